package org.postlotse.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

/**
 * A hoster made of a real Dovecot and a real Postfix, with mailboxes whose servers are broken in the ways that matter;
 * where they are not installed it is nobody, and the tests that need it say so.
 */
public class MailHoster implements QuarkusTestResourceLifecycleManager {
    /** Of every mailbox. */
    public static final String PASSWORD = "Grüße & 100% geheim+";

    private static final String HOST = "localhost";
    private static final String DOMAIN = "hoster.test";

    private final List<AutoCloseable> running = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private Path directory = Path.of(".");
    private int exceptions;

    @Override
    public Map<String, String> start() {
        if (RealPart.DOVECOT.missing().isPresent() || RealPart.POSTFIX.missing().isPresent()) return Map.of();
        try {
            directory = Files.createTempDirectory("postlotse-hoster");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            open();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return settings;
    }

    private void open() throws IOException {
        var authority = ThrowAwayAuthority.root("Postlotse test authority");
        var trust = directory.resolve("ca.pem");
        Files.writeString(trust, Issued.pem(authority.certificate()));
        settings.put("postlotse.probe.trust-store", trust.toString());
        settings.put("postlotse.domains", DOMAIN);
        settings.put("postlotse.provider.id", DOMAIN);

        var dovecot = dovecot("good", authority.issue(Wanted.server(HOST)));
        var postfix = Postfix.in(created("postfix"), authority.issue(Wanted.server(HOST)), dovecot.sasl());
        running.add(postfix);
        servers("postlotse.servers", dovecot.port("pop3s"), dovecot.port("imaps"), postfix);

        var yesterday = Instant.now().minus(Duration.ofDays(1));
        var expired = Wanted.server(HOST).valid(yesterday.minus(Duration.ofDays(20)), yesterday);
        exception("expired", dovecot("expired", authority.issue(expired)), postfix);
        exception("wrong-host", dovecot("wrong-host", authority.issue(Wanted.server("other.test"))), postfix);
        var closed = FreePorts.take(2);
        var key = exceptionFor("down");
        servers(key, closed.get(0), closed.get(1), postfix);
    }

    private Dovecot dovecot(String name, Issued certificate) {
        var passwords = """
                erika@hoster.test:{PLAIN}%1$s::::::
                pop3-only@hoster.test:{PLAIN}%1$s::::::
                disabled@hoster.test:{PLAIN}%1$s::::::nologin=y reason=Mailbox_suspended
                expired@hoster.test:{PLAIN}%1$s::::::
                wrong-host@hoster.test:{PLAIN}%1$s::::::
                down@hoster.test:{PLAIN}%1$s::::::
                """.formatted(PASSWORD);
        // IMAP is booked by whoever does not stand in this list
        var settings = """
                protocol imap {
                  passdb {
                    driver = passwd-file
                    deny = yes
                    args = %1$s/without-imap
                  }
                }
                """;
        var home = created(name);
        try {
            Files.writeString(home.resolve("without-imap"), "pop3-only@hoster.test:\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var dovecot = Dovecot.in(home, certificate, passwords, settings.formatted(home));
        running.add(dovecot);
        return dovecot;
    }

    private Path created(String name) {
        try {
            return Files.createDirectory(directory.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void exception(String mailbox, Dovecot dovecot, Postfix postfix) {
        servers(exceptionFor(mailbox), dovecot.port("pop3s"), dovecot.port("imaps"), postfix);
    }

    private String exceptionFor(String mailbox) {
        var key = "postlotse.exceptions[" + exceptions++ + "]";
        settings.put(key + ".for", mailbox + "@" + DOMAIN);
        return key + ".servers";
    }

    private void servers(String key, int pop3s, int imaps, Postfix postfix) {
        server(key + "[0].", "pop3", pop3s, "tls");
        server(key + "[1].", "imap", imaps, "tls");
        server(key + "[2].", "smtp", postfix.submission(), "starttls");
        server(key + "[3].", "smtp", postfix.submissions(), "tls");
    }

    private void server(String key, String protocol, int port, String security) {
        settings.put(key + "protocol", protocol);
        settings.put(key + "host", HOST);
        settings.put(key + "port", Integer.toString(port));
        settings.put(key + "security", security);
    }

    @Override
    public void stop() {
        for (var server : running.reversed()) close(server);
        if (directory.equals(Path.of("."))) return;
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            System.err.println("left behind: " + directory);
        }
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception stuck) {
            throw new IllegalStateException(stuck);
        }
    }
}
