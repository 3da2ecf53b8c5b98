package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.DeliveryReports;
import org.postlotse.support.Dovecot;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;

/** Letters that came back lie in a mailbox of a real Dovecot, among people's mail. */
@Needs(RealPart.DOVECOT)
class ReturnMailboxTest {
    private static final String USER = "bounce@example.test";
    private static final String PASSWORD = "geheim";

    private final House house = House.usual();
    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Postlotse test authority");
    private final List<AutoCloseable> running = new ArrayList<>();
    private Map<String, String> settings = Map.of();
    private int port;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var trust = directory.resolve("ca.pem");
        Files.writeString(trust, Issued.pem(authority.certificate()));
        var dovecot = Dovecot.in(
                Files.createDirectory(directory.resolve("d")),
                authority.issue(Wanted.server("localhost")),
                USER + ":{PLAIN}" + PASSWORD + "::::::\n",
                "");
        running.add(dovecot);
        port = dovecot.port("imaps");
        settings = Map.of(
                "host",
                "localhost",
                "port",
                Integer.toString(port),
                "username",
                USER,
                "password",
                PASSWORD,
                "trust-store",
                trust.toString());
        house.opened("erika").opened("otto").everybody().step();
    }

    @AfterEach
    void stop() throws Exception {
        for (var one : running) one.close();
    }

    @Test
    void reports_mark_their_mailbox_and_are_marked_as_read_and_people_keep_their_mail() throws Exception {
        var mailbox = new ReturnMailbox(Written.returns(settings), house.returns);
        assertThat(mailbox.look()).isZero(); // nothing came yet
        put(
                "Subject: Wie geht das?\r\nFrom: kunde@example.test\r\n\r\nHallo!\r\n",
                report("erika", "delayed", "4.4.1"));
        assertThat(mailbox.look()).isZero();
        assertThat(house.states("erika")).containsExactly(CaseState.WARNED);

        put(report("erika", "failed", "5.1.1"));

        assertThat(mailbox.look()).isOne();
        assertThat(house.states("erika")).containsExactly(CaseState.REFUSED);
        assertThat(house.states("otto")).containsExactly(CaseState.WARNED);
        assertThat(house.store.recipients().letters(House.mailbox("erika")))
                .singleElement()
                .satisfies(letter -> assertThat(letter.outcome()).isEqualTo(Recipients.Outcome.BOUNCED));
        assertThat(unread()).containsExactly("Wie geht das?");
        assertThat(mailbox.look()).isZero(); // once is enough
    }

    @Test
    void another_process_that_starts_anew_marks_nobody_twice() throws Exception {
        put(report("erika", "failed", "5.1.1"));
        assertThat(new ReturnMailbox(Written.returns(settings), house.returns).look())
                .isOne();

        assertThat(new ReturnMailbox(Written.returns(settings), house.returns).look())
                .isZero();
    }

    private String report(String name, String action, String status) {
        var code = house.store
                .recipients()
                .find(House.mailbox(name))
                .orElseThrow()
                .code()
                .letters()
                .toLowerCase(Locale.ROOT);
        return DeliveryReports.asPostfix(name + "@example.test", code, action, status);
    }

    private void put(String... messages) throws MessagingException {
        try (var store = store();
                var inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_WRITE);
            for (var message : messages)
                inbox.appendMessages(new Message[] {
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)))
                });
        }
    }

    private List<String> unread() throws MessagingException {
        try (var store = store();
                var inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            var subjects = new ArrayList<String>();
            for (var message : inbox.getMessages())
                if (!message.isSet(Flags.Flag.SEEN)) subjects.add(message.getSubject());
            return subjects;
        }
    }

    private Store store() throws MessagingException {
        var wire = Wire.read(
                "localhost",
                new Wire.Written(
                        Integer.toString(port),
                        "tls",
                        Optional.of(USER),
                        Optional.of(PASSWORD),
                        Optional.ofNullable(settings.get("trust-store"))),
                new SettingsReader(""));
        var store = Session.getInstance(wire.properties("imap")).getStore("imaps");
        store.connect("localhost", port, USER, PASSWORD);
        return store;
    }
}
