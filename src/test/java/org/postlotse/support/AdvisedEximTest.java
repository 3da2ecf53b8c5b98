package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.KeyKind;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.evidence.LogAdvice;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.SeenLogin;
import org.postlotse.evidence.Trouble;

/** The real Exim accepts the settings that we advise, and then its log tells everything that we want to know. */
@Needs(RealPart.EXIM)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started before all tests
class AdvisedEximTest {
    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Test");
    private Exim exim;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        exim = Exim.in(
                Files.createDirectory(directory.resolve("exim")),
                authority.issue(Wanted.server("localhost").with(KeyKind.RSA)), // GnuTLS reads no key of Java's EC
                LogAdvice.EXIM.settings());
    }

    @AfterAll
    void stop() {
        exim.close();
    }

    @Test
    void each_kind_of_log_in_is_told_with_a_mail_and_without_one() {
        try (var smtp = Conversation.plain(exim.submission(), authority)) {
            logIn(smtp, false, "AUTH PLAIN " + encoded("\0" + Exim.USER + "\0" + Exim.PASSWORD));
            mail(smtp);
        }
        try (var smtp = Conversation.plain(exim.submission(), authority)) {
            smtp.hear();
            smtp.say("EHLO test");
            smtp.say("AUTH LOGIN");
            smtp.say(encoded(Exim.USER));
            assertThat(smtp.say(encoded(Exim.PASSWORD))).startsWith("235 ");
            smtp.say("QUIT");
        }
        try (var smtp = Conversation.plain(exim.submission(), authority)) {
            logIn(smtp, true, "AUTH PLAIN " + encoded("\0" + Exim.USER + "\0" + Exim.PASSWORD));
            mail(smtp);
        }
        try (var smtp = Conversation.tls(exim.submissions(), authority)) {
            logIn(smtp, false, "AUTH PLAIN " + encoded("\0" + Exim.USER + "\0" + Exim.PASSWORD));
            smtp.say("NOOP");
            smtp.say("QUIT");
        }
        var heard = new Overheard(exim.logWith("C=EHLO,AUTH,NOOP,QUIT"));

        assertThat(heard.puzzles).isEmpty();
        assertThat(heard.logins).allSatisfy(login -> {
            assertThat(login.service()).isEqualTo(LoginProtocol.SMTP);
            assertThat(login.user()).isEqualTo(Exim.USER);
            assertThat(login.client().address()).isEqualTo("127.0.0.2");
            assertThat(login.client().port()).isPositive();
        });
        assertThat(heard.logins)
                .extracting(AdvisedEximTest::told)
                .containsExactly(
                        exim.submission() + " NONE  PLAIN",
                        exim.submission() + " NONE  LOGIN",
                        exim.submission() + " TLS TLSv1.3 PLAIN",
                        exim.submissions() + " TLS TLSv1.3 PLAIN");
    }

    @Test
    void who_is_not_let_in_is_told_with_the_reason() {
        try (var smtp = Conversation.plain(exim.submission(), authority)) {
            smtp.hear();
            smtp.say("EHLO [9.9.9.9]");
            smtp.say("STARTTLS");
            smtp.secure().say("EHLO [9.9.9.9]");
            assertThat(smtp.say("AUTH PLAIN " + encoded("\0x) [9.9.9.9]: 535 y\0wrong")))
                    .startsWith("535 ");
            smtp.say("QUIT");
        }
        try (var smtp = Conversation.plain(exim.encrypted(), authority)) {
            smtp.hear();
            smtp.say("EHLO test");
            assertThat(smtp.say("AUTH PLAIN " + encoded("\0" + Exim.USER + "\0" + Exim.PASSWORD)))
                    .startsWith("503 ");
            smtp.say("NOOP");
            smtp.say("RSET");
            smtp.say("QUIT");
        }
        var log = exim.logWith("NOOP,RSET,QUIT");

        assertThat(log).doesNotContain(encoded("\0" + Exim.USER + "\0" + Exim.PASSWORD));
        assertThat(new Overheard(log).failures)
                .extracting(one -> one.address() + " " + one.trouble())
                .containsExactly("127.0.0.2 " + Trouble.PASSWORD_REFUSED, "127.0.0.2 " + Trouble.NOT_ENCRYPTED);
    }

    private static String told(SeenLogin login) {
        var protection = login.protection();
        return login.server().port() + " " + protection.encryption() + " " + protection.version() + " "
                + protection.mechanism();
    }

    private static void logIn(Conversation smtp, boolean starttls, String command) {
        smtp.hear();
        smtp.say("EHLO test");
        if (starttls) {
            assertThat(smtp.say("STARTTLS")).startsWith("220 ");
            smtp.secure().say("EHLO test");
        }
        assertThat(smtp.say(command)).startsWith("235 ");
    }

    private static void mail(Conversation smtp) {
        assertThat(smtp.say("MAIL FROM:<" + Exim.USER + ">")).startsWith("250 ");
        assertThat(smtp.say("RCPT TO:<" + Exim.USER + ">")).startsWith("250 ");
        assertThat(smtp.say("DATA")).startsWith("354 ");
        assertThat(smtp.say("Subject: test\r\n\r\ntest\r\n.")).startsWith("250 ");
        assertThat(smtp.say("QUIT")).startsWith("221 ");
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
