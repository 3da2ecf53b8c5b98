package org.postlotse.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/**
 * What {@code other-systems.md} advises for letters that come back to Postfix, word by word, for a hoster whose files lie in
 * one directory.
 *
 * @param settings for {@code main.cf}
 * @param service for {@code master.cf}
 * @param transport a file of addresses, as advised
 * @param header where the program that is advised looks for its token; nothing is there yet
 */
record ReturnAdvice(String settings, String service, Path transport, Path header) {
    private static final Path ADVICE = Path.of("src/docs/other-systems.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```$");

    static ReturnAdvice in(Path directory, String domain, String pages) throws IOException {
        var program = directory.resolve("postlotse-returned");
        Files.writeString(program, block("/usr/local/bin/postlotse-returned", directory, domain, pages));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        var transport = directory.resolve("postlotse-transport");
        Files.writeString(transport, block("/etc/postfix/postlotse-transport", directory, domain, pages));
        return new ReturnAdvice(
                block("/etc/postfix/main.cf", directory, domain, pages),
                block("/etc/postfix/master.cf", directory, domain, pages).replace("user=postlotse", "user=nobody"),
                transport,
                directory.resolve("returned.header"));
    }

    /** The block that is the file of this name, with this hoster's own names in it. */
    private static String block(String file, Path directory, String domain, String pages) throws IOException {
        var found = BLOCK.matcher(Files.readString(ADVICE))
                .results()
                .map(match -> match.group(1))
                .filter(text -> text.contains("# " + file + "\n"))
                .toList();
        if (found.size() != 1) throw new IllegalStateException(ADVICE + " has " + found.size() + " of " + file);
        return found.getFirst()
                .replace("https://sicher.example.org", pages)
                .replace("example.org", domain)
                .replaceAll("/etc/postfix|/etc/postlotse|/usr/local/bin", directory.toString());
    }
}
