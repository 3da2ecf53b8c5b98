package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.evidence.LogAdvice;
import org.postlotse.evidence.SeenLogin;
import org.postlotse.evidence.Trouble;

/** The real Dovecot 2.4 accepts the settings that we advise, and its log tells what we want to know, with them and without. */
@Needs(RealPart.DOVECOT_2_4)
class NewDovecotTest {
    private static final String LOG_IN = "a LOGIN " + NewDovecot.USER + " " + NewDovecot.PASSWORD;

    private static final String EVENTS = """
            metric postlotse_logins {
              exporter = postlotse
              filter = event=auth_client_request_finished OR event=auth_request_finished
            }
            """;

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Test");
    private final Issued certificate = authority.issue(Wanted.server("localhost"));

    @Test
    void with_our_settings_its_log_tells_all_of_each_log_in() throws GeneralSecurityException {
        try (var dovecot = NewDovecot.with(certificate, LogAdvice.DOVECOT_2_4.settings())) {
            logInInAllWays(dovecot);
            var heard = new Overheard(logOf(dovecot, told -> told.logins.size() == 4 && told.clients.size() == 2));

            assertThat(heard.puzzles).isEmpty();
            assertThat(heard.logins)
                    .extracting(login -> told(login) + " " + login.protection().version() + " "
                            + login.server().port())
                    .containsExactlyInAnyOrder(
                            "IMAP NONE PLAIN  " + dovecot.imap(),
                            "POP3 NONE CRAM-MD5  " + dovecot.pop3(),
                            "IMAP TLS PLAIN TLSv1.3 " + dovecot.imap(),
                            "IMAP TLS PLAIN TLSv1.3 " + dovecot.imaps());
            assertThat(heard.logins).allSatisfy(login -> {
                assertThat(login.user()).isEqualTo(NewDovecot.USER);
                assertThat(login.client().address()).isEqualTo("127.0.0.2");
                assertThat(login.client().port()).isPositive();
            });
            assertThat(heard.clients)
                    .containsExactlyInAnyOrder(
                            "\"name\" \"Thunderbird\" \"version\" \"128.5\"",
                            "\"name\" \"iPhone Mail\" \"version\" \"3\"");
        }
    }

    @Test
    void without_them_it_tells_whose_log_in_it_was_and_whether_it_was_encrypted() throws GeneralSecurityException {
        try (var dovecot = NewDovecot.with(certificate, "")) {
            logInInAllWays(dovecot);
            var heard = new Overheard(logOf(dovecot, told -> told.logins.size() == 4));

            assertThat(heard.puzzles).isEmpty();
            assertThat(heard.logins)
                    .extracting(NewDovecotTest::told)
                    .containsExactlyInAnyOrder(
                            "IMAP NONE PLAIN", "POP3 NONE CRAM-MD5", "IMAP TLS PLAIN", "IMAP TLS PLAIN");
            assertThat(heard.logins).allSatisfy(login -> {
                assertThat(login.user()).isEqualTo(NewDovecot.USER);
                assertThat(login.client().port()).isPositive(); // it stands in the session
            });
        }
    }

    @Test
    void its_events_tell_of_the_same_log_ins_and_both_together_of_each_once() throws GeneralSecurityException {
        try (var dovecot = NewDovecot.with(certificate, LogAdvice.DOVECOT_2_4.settings() + EVENTS)) {
            logInInAllWays(dovecot);
            Patience.waitFor("events", () -> new Overheard(events(dovecot.log())).logins.size() == 4, dovecot::log);
            var log = logOf(dovecot, told -> told.logins.size() == 4);

            for (var heard : List.of(new Overheard(log), new Overheard(events(log))))
                assertThat(heard.logins)
                        .extracting(login -> told(login) + " " + login.server().port())
                        .containsExactlyInAnyOrder(
                                "IMAP NONE PLAIN " + dovecot.imap(),
                                "POP3 NONE CRAM-MD5 " + dovecot.pop3(),
                                "IMAP TLS PLAIN " + dovecot.imap(),
                                "IMAP TLS PLAIN " + dovecot.imaps());
        }
    }

    @Test
    void who_is_not_let_in_is_told_with_the_reason() {
        try (var dovecot = NewDovecot.with(certificate, "auth_allow_cleartext = no\n")) {
            say(Conversation.tls(dovecot.imaps(), authority), "a LOGIN " + NewDovecot.USER + " falsch", "b LOGOUT");
            say(Conversation.plain(dovecot.imap(), authority), LOG_IN, "b LOGOUT");
            say(Conversation.plain(dovecot.imap(), authority), "a AUTHENTICATE PLAIN AGVyAHg=", "b LOGOUT");
            say(Conversation.tls(dovecot.imaps(), authority), "a AUTHENTICATE NTLM", "b LOGOUT");
            var log = logOf(dovecot, told -> told.failures.size() == 4);

            assertThat(log).doesNotContain(NewDovecot.PASSWORD);
            assertThat(new Overheard(log).failures)
                    .extracting(one -> one.address() + " " + one.trouble())
                    .containsExactly(
                            "127.0.0.2 " + Trouble.PASSWORD_REFUSED,
                            "127.0.0.2 " + Trouble.NOT_ENCRYPTED,
                            "127.0.0.2 " + Trouble.NOT_ENCRYPTED,
                            "127.0.0.2 " + Trouble.METHOD_REFUSED);
        }
    }

    /** Its processes write their lines a moment after they answer, each in its own time. */
    private static String logOf(NewDovecot dovecot, Predicate<Overheard> enough) {
        Patience.waitFor("Dovecot's log", () -> enough.test(new Overheard(dovecot.log())), dovecot::log);
        return dovecot.log();
    }

    private static String events(String log) {
        return log.lines().filter(line -> line.contains(" stats: ")).collect(Collectors.joining("\n"));
    }

    private void logInInAllWays(NewDovecot dovecot) throws GeneralSecurityException {
        say(Conversation.plain(dovecot.imap(), authority), LOG_IN, "b LOGOUT");
        try (var pop3 = Conversation.plain(dovecot.pop3(), authority)) {
            pop3.hear();
            var challenge = pop3.say("AUTH CRAM-MD5").substring(2);
            assertThat(pop3.say(CramMd5.answer(challenge, NewDovecot.USER, NewDovecot.PASSWORD)))
                    .startsWith("+OK");
        }
        try (var imap = Conversation.plain(dovecot.imap(), authority)) {
            imap.hear();
            assertThat(imap.say("s STARTTLS")).contains("s OK");
            imap.secure();
            assertThat(imap.say(LOG_IN)).contains("a OK");
            imap.say("i ID (\"name\" \"Thunderbird\" \"version\" \"128.5\")");
        }
        // as Apple's programs do
        say(
                Conversation.tls(dovecot.imaps(), authority),
                "i ID (\"name\" \"iPhone Mail\" \"version\" \"3\")",
                LOG_IN,
                "logout LOGOUT");
    }

    private static void say(Conversation imap, String... commands) {
        try (imap) {
            imap.hear();
            for (var command : commands) imap.say(command);
            imap.hear();
        }
    }

    private static String told(SeenLogin login) {
        return login.service() + " " + login.protection().encryption() + " "
                + login.protection().mechanism();
    }
}
