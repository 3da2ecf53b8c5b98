package org.postlotse.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

/**
 * A hoster before the switch-off: a real Dovecot that still takes CRAM-MD5 in clear text, and a real Postfix that delivers
 * into its mailboxes, carries our letters and tells us of those that come back. Both logs are followed. Customers come from
 * 127.0.0.2; whatever comes from 127.0.0.1 is the hoster's own.
 */
public class LoopHoster implements QuarkusTestResourceLifecycleManager {
    public static final String PASSWORD = "Sehr-geheim+1";
    public static final String MAILBOX = "erika@hoster.test";
    /** Another customer's. */
    public static final String OTHER = "otto@hoster.test";
    /** Its owner logs in, but has all mail forwarded to an address that is not there any more. */
    public static final String MOVED = "moved@hoster.test";
    /** Whose letters they are. */
    public static final String SENDER = "service@hoster.test";
    /** Where a customer's connections come from: from the server's own address, Dovecot would call them secured. */
    public static final String CUSTOMER = "127.0.0.2";

    private final List<AutoCloseable> running = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private Path directory = Path.of(".");
    private String pages = "";

    @Override
    public Map<String, String> start() {
        if (RealPart.DOVECOT.missing().isPresent() || RealPart.POSTFIX.missing().isPresent()) return Map.of();
        try {
            directory = Files.createTempDirectory("postlotse-loop");
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
        var dovecotHome = Files.createDirectory(directory.resolve("dovecot"));
        var passwords = String.join(
                "",
                List.of(MAILBOX, OTHER, MOVED, SENDER).stream()
                        .map(one -> one + ":{PLAIN}" + PASSWORD + "::::::\n")
                        .toList());
        var dovecot = Dovecot.in(dovecotHome, authority.issue(Wanted.server("localhost")), passwords, """
                ssl = yes
                disable_plaintext_auth = no
                auth_mechanisms = plain login cram-md5
                """);
        running.add(dovecot);
        openPages();
        var postfixHome = Files.createDirectory(directory.resolve("postfix"));
        var postfix =
                Postfix.in(postfixHome, authority.issue(Wanted.server("localhost")), dovecot.sasl(), more(dovecotHome));
        running.add(postfix);
        var later = directory.resolve("later.log");
        Files.writeString(later, "");
        configure(trust, dovecot, postfix);
        var logs = List.of(dovecotHome.resolve("log"), postfixHome.resolve("log"), later);
        for (int i = 0; i < logs.size(); i++)
            settings.put("postlotse.intake.files[" + i + "]", logs.get(i).toString());
        settings.put("test.later-log", later.toString());
    }

    private Postfix.More more(Path dovecotHome) throws IOException {
        var mailboxes = directory.resolve("mailboxes");
        Files.writeString(mailboxes, "%1$s %1$s/%n%2$s %2$s/%n%3$s %3$s/%n".formatted(MAILBOX, OTHER, SENDER));
        Files.writeString(directory.resolve("forwarded"), MOVED + " gone@elsewhere.test\n");
        var advice = ReturnAdvice.in(directory, "hoster.test", pages);
        settings.put("test.bounce-header", advice.header().toString());
        Files.writeString(
                advice.transport(), "elsewhere.test error:5.1.1 no such mailbox\n", StandardOpenOption.APPEND);
        var delivery = """
                virtual_mailbox_domains = hoster.test
                virtual_mailbox_maps = texthash:%s
                virtual_mailbox_base = %s/mail
                virtual_uid_maps = static:8
                virtual_gid_maps = static:8
                virtual_minimum_uid = 1
                virtual_transport = virtual
                virtual_alias_maps = texthash:%s/forwarded
                """.formatted(mailboxes, dovecotHome, directory);
        return new Postfix.More(delivery + advice.settings(), advice.service());
    }

    private void configure(Path trust, Dovecot dovecot, Postfix postfix) {
        settings.put("postlotse.provider.id", "hoster.test");
        settings.put("postlotse.domains", "hoster.test");
        settings.put("postlotse.time-zone", java.time.ZoneId.systemDefault().getId()); // as in the servers' logs
        settings.put("postlotse.cut-off", LocalDate.now().plusDays(60).toString());
        settings.put("postlotse.evidence.own-networks[0]", "127.0.0.1");
        settings.put("postlotse.probe.trust-store", trust.toString());
        server(0, "imap", dovecot.port("imaps"), "tls");
        server(1, "pop3", dovecot.port("pop3s"), "tls");
        server(2, "smtp", postfix.submission(), "starttls");
        settings.put("test.plain-imap", Integer.toString(dovecot.port("imap")));
        var campaign = "postlotse.campaign.";
        settings.put(campaign + "every-seconds", "1");
        settings.put(campaign + "open-after-days", "1");
        settings.put(campaign + "open-after-logins", "1");
        settings.put(campaign + "hours", "00:00-24:00");
        settings.put(campaign + "days", "mon-sun");
        settings.put(campaign + "post.host", "localhost");
        settings.put(campaign + "post.port", Integer.toString(postfix.submission()));
        settings.put(campaign + "post.security", "starttls");
        settings.put(campaign + "post.trust-store", trust.toString());
        settings.put(campaign + "post.username", SENDER);
        settings.put(campaign + "post.password", PASSWORD);
        settings.put(campaign + "post.from", "Beispiel Kundenservice <" + SENDER + ">");
        settings.put(campaign + "post.bounces", "bounce+{code}@hoster.test");
    }

    /** A letter's link, as it is printed, leads to these very pages. */
    private void openPages() {
        var ports = FreePorts.take(2);
        settings.put("quarkus.http.test-port", ports.get(0).toString());
        // with only one of the two known beforehand, Quarkus 3.34 never gets ready: its meters' tags differ
        settings.put("quarkus.management.test-port", ports.get(1).toString());
        pages = "http://localhost:" + ports.get(0);
        settings.put("postlotse.public-url", pages);
    }

    private void server(int number, String protocol, int port, String security) {
        var key = "postlotse.servers[" + number + "].";
        settings.put(key + "protocol", protocol);
        settings.put(key + "host", "localhost");
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
