package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.LoginProtocol;

/** Real servers accept the settings that we advise, and then their logs tell everything that we want to know. */
@Needs({RealPart.POSTFIX, RealPart.DOVECOT})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdvisedLogTest {
    private static final String USER = "erika@hoster.test";
    private static final String PASSWORD = "geheim";

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Test");
    private AdvisedServers servers;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        servers = AdvisedServers.in(directory, authority, USER, PASSWORD);
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    @Test
    void dovecot_tells_of_each_kind_of_log_in() throws GeneralSecurityException {
        try (var imap = Conversation.plain(servers.dovecot().port("imap"), authority)) {
            imap.hear();
            assertThat(imap.say("a LOGIN " + USER + " " + PASSWORD)).contains("a OK");
        }
        try (var pop3 = Conversation.plain(servers.dovecot().port("pop3"), authority)) {
            pop3.hear();
            var challenge = pop3.say("AUTH CRAM-MD5").substring(2);
            assertThat(pop3.say(CramMd5.answer(challenge, USER, PASSWORD))).startsWith("+OK");
        }
        try (var imap = Conversation.tls(servers.dovecot().port("imaps"), authority)) {
            imap.hear();
            assertThat(imap.say("a LOGIN " + USER + " " + PASSWORD)).contains("a OK");
            imap.say("b ID (\"name\" \"Thunderbird\" \"version\" \"128.5\")");
        }
        var heard = new Overheard(servers.dovecot().logWith("ID sent: name=Thunderbird"));

        assertThat(heard.puzzles).isEmpty();
        assertThat(heard.clients).anyMatch(client -> client.contains("name=Thunderbird"));
        assertThat(heard.logins)
                .extracting(login -> login.service() + " " + login.protection().encryption() + " "
                        + login.protection().mechanism())
                .containsExactlyInAnyOrder("IMAP NONE PLAIN", "POP3 NONE CRAM-MD5", "IMAP TLS PLAIN");
        assertThat(heard.logins).allSatisfy(login -> {
            assertThat(login.user()).isEqualTo(USER);
            assertThat(login.client().address()).isEqualTo("127.0.0.2");
            assertThat(login.client().port()).isPositive();
            assertThat(login.server().port()).isPositive();
        });
        assertThat(heard.logins)
                .filteredOn(login -> login.protection().encryption() == Encryption.TLS)
                .singleElement()
                .satisfies(login -> assertThat(login.protection().version()).isEqualTo("TLSv1.3"));
    }

    @Test
    void postfix_tells_of_a_mail_with_and_without_tls() {
        mail(Conversation.plain(servers.postfix().submission(), authority), true);
        mail(Conversation.plain(servers.postfix().submission(), authority), false);
        mail(Conversation.tls(servers.postfix().submissions(), authority), false);
        var heard = new Overheard(logWithThree());

        assertThat(heard.logins).hasSize(3).allSatisfy(login -> {
            assertThat(login.service()).isEqualTo(LoginProtocol.SMTP);
            assertThat(login.user()).isEqualTo(USER);
            assertThat(login.client().port()).isPositive();
        });
        assertThat(heard.logins)
                .extracting(login -> login.protection().encryption() + " "
                        + login.protection().version())
                .containsExactlyInAnyOrder("NONE ", "TLS TLSv1.3", "TLS TLSv1.3");
    }

    /** Until the third of the sessions has been said good-bye to. */
    private String logWithThree() {
        var log = servers.postfix().logWith("disconnect from");
        for (int i = 0; i < 200 && log.split("disconnect from .* auth=1", -1).length < 4; i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            log = servers.postfix().logWith("disconnect from");
        }
        return log;
    }

    private static void mail(Conversation smtp, boolean starttls) {
        try (smtp) {
            smtp.hear();
            smtp.say("EHLO test");
            if (starttls) {
                assertThat(smtp.say("STARTTLS")).startsWith("220 ");
                smtp.secure().say("EHLO test");
            }
            var response = Base64.getEncoder()
                    .encodeToString(("\0" + USER + "\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            assertThat(smtp.say("AUTH PLAIN " + response)).startsWith("235 ");
            assertThat(smtp.say("MAIL FROM:<" + USER + ">")).startsWith("250 ");
            assertThat(smtp.say("RCPT TO:<" + USER + ">")).startsWith("250 ");
            assertThat(smtp.say("QUIT")).startsWith("221 ");
        }
    }
}
