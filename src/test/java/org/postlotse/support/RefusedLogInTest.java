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
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Trouble;

/** The real Postfix after the switch, whose passwords the real Dovecot knows: what its log tells of whoever is not let in. */
@Needs({RealPart.POSTFIX, RealPart.DOVECOT})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started before all tests
class RefusedLogInTest {
    private static final String USER = "erika@hoster.test";

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Test");
    private Dovecot dovecot;
    private Postfix postfix;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var certificate = authority.issue(Wanted.server("localhost"));
        dovecot = Dovecot.in(
                Files.createDirectory(directory.resolve("dovecot")),
                certificate,
                USER + ":{PLAIN}geheim::::::\n",
                AdvisedServers.WITHOUT_PENALTY);
        postfix = Postfix.in(
                Files.createDirectory(directory.resolve("postfix")),
                certificate,
                dovecot.sasl(),
                "smtpd_authorized_xclient_hosts = 127.0.0.0/8\n");
    }

    @AfterAll
    void stop() {
        postfix.close();
        dovecot.close();
    }

    @Test
    void the_reason_and_where_it_came_from_are_known() {
        try (var smtp = secured()) {
            smtp.say("EHLO wrong.password");
            assertThat(smtp.say("AUTH PLAIN " + encoded("\0" + USER + "\0wrong")))
                    .startsWith("535 ");
            assertThat(smtp.say("AUTH NTLM")).startsWith("535 ");
            assertThat(smtp.say("QUIT")).startsWith("221 ");
        }
        try (var smtp = Conversation.plain(postfix.submission(), authority)) {
            smtp.hear();
            smtp.say("EHLO in.clear.text");
            assertThat(smtp.say("AUTH PLAIN " + encoded("\0" + USER + "\0geheim")))
                    .startsWith("530 ");
            assertThat(smtp.say("QUIT")).startsWith("221 ");
        }
        try (var smtp = secured()) {
            smtp.say("EHLO our.check");
            assertThat(smtp.say("XCLIENT ADDR=203.0.113.77 DESTADDR=192.0.0.8")).startsWith("220 ");
            smtp.say("EHLO our.check");
            assertThat(smtp.say("AUTH PLAIN " + encoded("\0" + USER + "\0wrong")))
                    .startsWith("535 ");
            assertThat(smtp.say("QUIT")).startsWith("221 ");
        }
        var heard = new Overheard(postfix.logWith("xclient="));

        assertThat(heard.puzzles).isEmpty();
        assertThat(heard.failures)
                .filteredOn(one -> !one.address().equals("127.0.0.1")) // who looked whether it had started
                .allSatisfy(one -> {
                    assertThat(one.service()).isEqualTo(LoginProtocol.SMTP);
                    assertThat(one.address()).isEqualTo("127.0.0.2");
                })
                .extracting(one -> one.trouble())
                .containsExactly(Trouble.PASSWORD_REFUSED, Trouble.METHOD_REFUSED, Trouble.NOT_ENCRYPTED);
    }

    private Conversation secured() {
        var smtp = Conversation.plain(postfix.submission(), authority);
        smtp.hear();
        smtp.say("EHLO test");
        assertThat(smtp.say("STARTTLS")).startsWith("220 ");
        return smtp.secure();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
