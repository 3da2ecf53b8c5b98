package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

@Needs(RealPart.DOVECOT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DovecotTest {
    private static final String PASSWD = """
            erika@hoster.test:{PLAIN}geheim::::::
            disabled@hoster.test:{PLAIN}geheim::::::nologin=y reason=Mailbox_suspended
            """;

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Test");
    private Dovecot dovecot;

    @BeforeAll
    void start(@TempDir Path directory) {
        dovecot = Dovecot.in(directory, authority.issue(Wanted.server("localhost")), PASSWD, "");
    }

    @AfterAll
    void stop() {
        dovecot.close();
    }

    @Test
    void takes_the_right_password_over_tls_and_no_other() {
        try (var imap = Conversation.tls(dovecot.port("imaps"), authority)) {
            assertThat(imap.hear()).startsWith("* OK ");
            assertThat(imap.say("a LOGIN erika@hoster.test falsch")).startsWith("a NO [AUTHENTICATIONFAILED]");
            assertThat(imap.say("b LOGIN erika@hoster.test geheim")).contains("b OK ");
        }
        try (var pop3 = Conversation.tls(dovecot.port("pop3s"), authority)) {
            assertThat(pop3.hear()).startsWith("+OK ");
            assertThat(pop3.say("USER erika@hoster.test")).startsWith("+OK");
            assertThat(pop3.say("PASS geheim")).startsWith("+OK");
        }
    }

    @Test
    void takes_no_password_before_tls() {
        try (var imap = Conversation.plain(dovecot.port("imap"), authority)) {
            assertThat(imap.hear()).startsWith("* OK ").contains("LOGINDISABLED", "STARTTLS");
            assertThat(imap.say("a LOGIN erika@hoster.test geheim")).doesNotStartWith("a OK");
        }
        try (var imap = Conversation.plain(dovecot.port("imap"), authority)) {
            imap.hear();
            assertThat(imap.say("a STARTTLS")).startsWith("a OK");
            assertThat(imap.secure().say("b LOGIN erika@hoster.test geheim")).contains("b OK");
        }
        try (var pop3 = Conversation.plain(dovecot.port("pop3"), authority)) {
            pop3.hear();
            assertThat(pop3.say("USER erika@hoster.test")).startsWith("-ERR");
            assertThat(pop3.say("STLS")).startsWith("+OK");
            assertThat(pop3.secure().say("USER erika@hoster.test")).startsWith("+OK");
        }
    }

    @Test
    void refuses_a_mailbox_that_is_switched_off() {
        try (var imap = Conversation.tls(dovecot.port("imaps"), authority)) {
            imap.hear();
            assertThat(imap.say("a LOGIN disabled@hoster.test geheim")).startsWith("a NO ");
        }
        assertThat(dovecot.logWith("disabled@hoster.test")).contains("disabled@hoster.test");
    }

    @Test
    void ends_with_all_its_children(@TempDir Path directory) {
        var other = Dovecot.in(directory, authority.issue(Wanted.server("localhost")), PASSWD, "");
        try (var imap = Conversation.tls(other.port("imaps"), authority)) {
            imap.hear();
        }
        var family = other.family();

        other.close();

        assertThat(family).hasSizeGreaterThan(1).noneMatch(ProcessHandle::isAlive);
        assertThatThrownBy(
                        () -> Conversation.plain(other.port("imaps"), authority).close())
                .hasCauseInstanceOf(ConnectException.class);
    }
}
