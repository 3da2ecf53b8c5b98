package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program that some tests want to be the real one. Where it is missing they say so in one line; in CI they fail. */
public enum RealPart {
    DOVECOT("dovecot-imapd dovecot-pop3d", "/usr/sbin/dovecot", "/usr/lib/dovecot/pop3-login"),
    POSTFIX("postfix", "/usr/sbin/postfix", "/usr/lib/postfix/sbin/master"),
    CHROMIUM("chromium chromium-driver", "/usr/bin/chromium", "/usr/bin/chromedriver"),
    POSTGRESQL("postgresql", "/usr/lib/postgresql/*/bin/initdb", "/usr/lib/postgresql/*/bin/postgres");

    private final String packages;
    private final List<String> files;

    RealPart(String packages, String... files) {
        this.packages = packages;
        this.files = List.of(files);
    }

    /** Lets the test go on where all of them are installed and may be started. */
    public static void need(RealPart... parts) {
        for (var part : parts) {
            var missing =
                    part + " is not there, or we are not root: this test did not run (Debian: " + part.packages + ")";
            decide(part.isThere(), missing, "true".equals(System.getenv("CI")));
        }
    }

    static void decide(boolean there, String missing, boolean inCi) {
        if (!there && inCi) Assertions.fail(missing);
        Assumptions.assumeTrue(there, missing);
    }

    /** Whether it is installed; the mail servers change their user and so want root. */
    public boolean isThere() {
        boolean mayStart = this == CHROMIUM || this == POSTGRESQL || "root".equals(System.getProperty("user.name"));
        return mayStart && files.stream().allMatch(file -> find(file) != null);
    }

    /** The n-th of its programs. */
    Path program(int n) {
        var found = find(files.get(n));
        if (found == null) throw new IllegalStateException(this + " is not installed");
        return found;
    }

    private static Path find(String file) {
        if (!file.contains("*")) return Files.isExecutable(Path.of(file)) ? Path.of(file) : null;
        var parent = Path.of(file.substring(0, file.indexOf("/*")));
        var rest = file.substring(file.indexOf("/*") + 3);
        if (!Files.isDirectory(parent)) return null;
        try (var versions = Files.list(parent)) {
            return versions.map(version -> version.resolve(rest))
                    .filter(Files::isExecutable)
                    .max(Path::compareTo)
                    .orElse(null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
