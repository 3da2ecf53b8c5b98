package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the machine that some tests want to be the real one; they say so with {@link Needs}. */
public enum RealPart {
    DOVECOT("Dovecot", "dovecot-imapd dovecot-pop3d", "/usr/sbin/dovecot", "/usr/lib/dovecot/pop3-login"),
    DOVECOT_LUA(
            "Dovecot's Lua, with which any answer can be brought about",
            "dovecot-auth-lua",
            "/usr/lib/dovecot/modules/auth/libauthdb_lua.so"),
    DOVECOT_2_4("Dovecot 2.4", "it from Debian 13", "target/dovecot-2.4/usr/sbin/dovecot"),
    POSTFIX("Postfix", "postfix", "/usr/sbin/postfix", "/usr/lib/postfix/sbin/master"),
    EXIM("Exim", "exim4-daemon-light", "target/exim/usr/sbin/exim4"),
    POSTGRESQL(
            "PostgreSQL's server",
            "postgresql",
            "/usr/lib/postgresql/*/bin/initdb",
            "/usr/lib/postgresql/*/bin/postgres"),
    NAMED("BIND, the DNS server", "bind9 bind9-utils", "/usr/sbin/named", "/usr/bin/named-checkzone"),
    CHROMIUM("Chromium", "chromium chromium-driver", "/usr/bin/chromium", "/usr/bin/chromedriver"),
    THUNDERBIRD(
            "Thunderbird, with its German",
            "thunderbird thunderbird-l10n-de",
            "/usr/bin/thunderbird",
            "/usr/lib/thunderbird/extensions/langpack-de@thunderbird.mozilla.org.xpi"),
    DELTA_CHAT(
            "Delta Chat's core",
            "npm install --prefix target/deltachat @deltachat/stdio-rpc-server@2.57.0",
            "target/deltachat/node_modules/@deltachat/*/deltachat-rpc-server"),
    SQLITE("sqlite3", "sqlite3", "/usr/bin/sqlite3"),
    OPENSSL("openssl", "openssl", "/usr/bin/openssl"),
    CURL("curl", "curl", "/usr/bin/curl"),
    PLISTUTIL("plistutil", "libplist-utils", "/usr/bin/plistutil"),
    XMLLINT("xmllint", "libxml2-utils", "/usr/bin/xmllint");

    private final String title;
    private final String packages;
    private final List<String> files;

    RealPart(String title, String packages, String... files) {
        this.title = title;
        this.packages = packages;
        this.files = List.of(files);
    }

    /** The part that brings this program, named as one types it. */
    static Optional<RealPart> with(String program) {
        return Arrays.stream(values())
                .filter(part -> part.files.contains("/usr/bin/" + program))
                .findFirst();
    }

    static boolean inCi() {
        return "true".equals(System.getenv("CI"));
    }

    static boolean weAreRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Why it can not be started here; empty when it can. */
    public Optional<String> missing() {
        if (files.stream().anyMatch(file -> find(file).isEmpty()))
            return Optional.of(title + " is not installed (" + howToInstall() + ")");
        boolean wantsRoot = EnumSet.of(DOVECOT, DOVECOT_2_4, POSTFIX, EXIM)
                .contains(this); // their parts change to users of their own
        if (wantsRoot && !weAreRoot()) return Optional.of(title + " is installed, but only root can start it");
        return Optional.empty();
    }

    private String howToInstall() {
        if (this == EXIM) return "its package drives out Postfix': .ci/run unpacks " + packages + " to target/exim";
        if (this == DOVECOT_2_4)
            return ".ci/run unpacks " + packages + " to target/dovecot-2.4, with all that it needs";
        return packages.startsWith("npm ") ? packages : "Debian: apt-get install " + packages;
    }

    /** The n-th of its programs. */
    Path program(int n) {
        return find(files.get(n)).orElseThrow(() -> new IllegalStateException(title + " is not installed"));
    }

    private static boolean usable(Path file) {
        boolean read = file.toString().endsWith(".xpi") || file.toString().endsWith(".so");
        return read ? Files.isReadable(file) : Files.isExecutable(file);
    }

    /** A star stands for a version, of which the newest is meant. */
    private static Optional<Path> find(String file) {
        int star = file.indexOf("/*/");
        if (star < 0) return Optional.of(Path.of(file)).filter(RealPart::usable);
        var parent = Path.of(file.substring(0, star));
        if (!Files.isDirectory(parent)) return Optional.empty();
        try (Stream<Path> versions = Files.list(parent)) {
            return versions.map(version -> version.resolve(file.substring(star + "/*/".length())))
                    .filter(RealPart::usable)
                    .max(Path::compareTo);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
