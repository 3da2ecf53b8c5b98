package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

/**
 * A hoster's real mail servers as its customers reach them: under public names, at the usual ports, in a
 * {@link SmallInternet}. Beside today's servers stand yesterday's, which want neither TLS nor a plain password.
 */
public final class PublicHoster implements AutoCloseable {
    public static final String DOMAIN = "beispiel.test";
    public static final String MAILBOX = "erika@" + DOMAIN;
    /** One that is offered STARTTLS at the ports of old. */
    public static final String STARTTLS_MAILBOX = "max@" + DOMAIN;

    public static final String PASSWORD = "Grüße & 100% geheim+";
    /** Today's only name of a server. */
    public static final String HOST = "mail." + DOMAIN;

    private final Dovecot today;
    private final Dovecot yesterday;
    private final Postfix postfix;

    private final X509Certificate certificate;

    private PublicHoster(Dovecot today, Dovecot yesterday, Postfix postfix, X509Certificate certificate) {
        this.certificate = certificate;
        this.today = today;
        this.yesterday = yesterday;
        this.postfix = postfix;
    }

    /** Starts its servers below a directory whose path is short, and puts them on the net. */
    public static PublicHoster in(Path directory, ThrowAwayAuthority authority, SmallInternet internet) {
        try {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            var certificate = authority.issue(Wanted.server(HOST));
            var today = Dovecot.in(Files.createDirectory(directory.resolve("d")), certificate, passwords(), "");
            var postfix = Postfix.in(Files.createDirectory(directory.resolve("p")), certificate, today.sasl());
            var yesterday = yesterday(Files.createDirectory(directory.resolve("o")), certificate);
            for (var server : List.of("d", "o"))
                for (var mailbox : List.of(MAILBOX, STARTTLS_MAILBOX))
                    deliver(directory.resolve(server).resolve("mail").resolve(mailbox));
            var hoster = new PublicHoster(today, yesterday, postfix, certificate.leaf());
            hoster.goPublic(internet);
            return hoster;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String passwords() {
        return "%1$s:{PLAIN}%3$s::::::\n%2$s:{PLAIN}%3$s::::::\n".formatted(MAILBOX, STARTTLS_MAILBOX, PASSWORD);
    }

    private static Dovecot yesterday(Path directory, Issued certificate) {
        return Dovecot.in(directory, certificate, passwords(), """
                ssl = yes
                disable_plaintext_auth = no
                auth_mechanisms = plain login cram-md5
                """);
    }

    /** One mail in the mailbox, which belongs to nobody in particular. */
    private static void deliver(Path maildir) throws IOException {
        for (var part : List.of("", "new", "cur", "tmp")) {
            var folder = Files.createDirectories(maildir.resolve(part));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        var mail = Files.writeString(maildir.resolve("new/1.welcome"), """
                From: Beispiel-Hoster <hilfe@beispiel.test>
                To: <erika@beispiel.test>
                Date: Mon, 2 Nov 2026 09:00:00 +0100
                Message-ID: <welcome@beispiel.test>
                Subject: Willkommen

                Guten Tag
                """);
        Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    private void goPublic(SmallInternet internet) {
        internet.mail(HOST, 993, today.port("imaps"))
                .mail(HOST, 995, today.port("pop3s"))
                .mail(HOST, 143, today.port("imap"))
                .mail(HOST, 110, today.port("pop3"))
                .mail(HOST, 465, postfix.submissions())
                .mail(HOST, 587, postfix.submission())
                .mail("imap." + DOMAIN, 143, yesterday.port("imap"))
                .mail("pop3." + DOMAIN, 110, yesterday.port("pop3"));
    }

    /** Of today's servers. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** What today's IMAP and POP3 server has logged, once these words stand in it. */
    public String loginsWith(String words) {
        return today.logWith(words);
    }

    /** What yesterday's has logged. */
    public String oldLoginsWith(String words) {
        return yesterday.logWith(words);
    }

    /** What the server for sending has logged. */
    public String sentWith(String words) {
        return postfix.logWith(words);
    }

    @Override
    public void close() {
        postfix.close();
        yesterday.close();
        today.close();
    }
}
