package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Protocol;
import org.postlotse.probe.Verdict.WrongLoginName;
import org.postlotse.probe.Verdict.WrongPassword;
import org.postlotse.support.ScriptedServer;

/** What servers say to a login, and the word for it. */
class AnswerTest {
    private static final Bench BENCH = new Bench();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IMAP | {tag} OK Logged in                                                   | working
            IMAP | {tag} ok                                                             | working
            IMAP | {tag} OK [CAPABILITY IMAP4rev1 IDLE] Logged in                       | working
            IMAP | {tag} NO [AUTHENTICATIONFAILED] Authentication failed.               | wrong-password
            IMAP | {tag} NO [authenticationfailed] no                                   | wrong-password
            IMAP | {tag} NO Login failed                                                | wrong-password
            IMAP | {tag} NO                                                             | wrong-password
            IMAP | {tag} NO [AUTHORIZATIONFAILED] not you                               | account-disabled
            IMAP | {tag} NO [NOPERM] IMAP is not for you                                | account-disabled
            IMAP | {tag} NO [CONTACTADMIN] please call                                  | account-disabled
            IMAP | {tag} NO Account is disabled                                         | account-disabled
            IMAP | {tag} NO Ihr Postfach ist gesperrt                                   | account-disabled
            IMAP | {tag} NO [ALERT] Wartungsarbeiten bis 22 Uhr                         | temporarily-down
            IMAP | {tag} NO [AUTHORIZATIONFAILED] Maintenance_until_22                  | temporarily-down
            IMAP | {tag} NO Logins are disabled for maintenance                         | temporarily-down
            IMAP | {tag} NO [EXPIRED] set a new one                                     | password-expired
            IMAP | {tag} NO Your password has expired                                   | password-expired
            IMAP | {tag} NO [ALERT] Application-specific password required: see help    | app-password-needed
            IMAP | {tag} NO [WEBALERT https://example.org/a] Web login required.        | app-password-needed
            IMAP | {tag} NO [LIMIT] Maximum number of connections from user+IP exceeded | too-many-attempts
            IMAP | {tag} NO [INUSE] busy                                                | too-many-attempts
            IMAP | {tag} NO [UNAVAILABLE] Too many failed logins                        | too-many-attempts
            IMAP | {tag} NO [UNAVAILABLE] Temporary authentication failure.             | temporarily-down
            IMAP | {tag} NO [SERVERBUG] Internal error                                  | temporarily-down
            IMAP | {tag} NO Internal server error                                       | temporarily-down
            IMAP | {tag} NO [PRIVACYREQUIRED] no                                        | plaintext-refused
            IMAP | {tag} NO [XYZZY] plugh                                               | puzzling
            IMAP | {tag} BAD what                                                       | puzzling
            IMAP | {tag} NO [REFERRAL imap://other.example/] go there                   | protocol-broken
            IMAP | {tag} OK [REFERRAL imap://other.example/] better there               | protocol-broken
            IMAP | {tag} MAYBE later                                                    | protocol-broken
            IMAP | a999 OK Logged in                                                    | protocol-broken
            IMAP | {tag}OK Logged in                                                    | protocol-broken
            IMAP | + what else                                                          | protocol-broken
            IMAP | * PREAUTH welcome                                                    | protocol-broken
            POP3 | +OK Logged in.                                                       | working
            POP3 | +OK                                                                  | working
            POP3 | -ERR [AUTH] Authentication failed.                                   | wrong-password
            POP3 | -ERR [AUTH] Mailbox_suspended                                        | account-disabled
            POP3 | -ERR invalid                                                         | wrong-password
            POP3 | -ERR                                                                 | wrong-password
            POP3 | -ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections. | plaintext-refused
            POP3 | -ERR [SYS/TEMP] Temporary authentication failure.                    | temporarily-down
            POP3 | -ERR [AUTH] Server maintenance                                       | temporarily-down
            POP3 | -ERR [SYS/PERM] closed                                               | account-disabled
            POP3 | -ERR [IN-USE] locked                                                 | too-many-attempts
            POP3 | -ERR [LOGIN-DELAY] wait                                              | too-many-attempts
            POP3 | -ERR [XYZZY] plugh                                                   | puzzling
            POP3 | -ERR Password expired                                                | password-expired
            POP3 | -ERR app password needed                                             | app-password-needed
            POP3 | +OKAY                                                                | protocol-broken
            POP3 | OK                                                                   | protocol-broken
            SMTP | 235 2.7.0 Authentication successful                                  | working
            SMTP | 235                                                                  | working
            SMTP | 250 fine                                                             | protocol-broken
            SMTP | 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6                  | wrong-password
            SMTP | 535 5.7.8 Error: authentication failed: Password expired             | password-expired
            SMTP | 535 5.7.8 Error: authentication failed: (reason unavailable)         | wrong-password
            SMTP | 535 5.7.8 Error: authentication failed: maintenance                  | temporarily-down
            SMTP | 550 5.1.1 nobody of that name                                        | wrong-password
            POP3 | -ERR [AUTH] Unsupported authentication mechanism.                    | mechanism-missing
            SMTP | 535 no                                                               | wrong-password
            SMTP | 535 Authentication failed: account disabled                          | account-disabled
            SMTP | 534 5.7.9 Application-specific password required                     | app-password-needed
            SMTP | 534 5.7.9 Authentication mechanism is too weak                       | mechanism-missing
            SMTP | 432 4.7.12 A password transition is needed                           | password-expired
            SMTP | 525 5.7.13 User account disabled                                     | account-disabled
            SMTP | 535 5.7.13 no                                                        | account-disabled
            SMTP | 550 5.2.1 Mailbox disabled                                           | account-disabled
            SMTP | 530 5.7.0 Must issue a STARTTLS command first                        | plaintext-refused
            SMTP | 538 5.7.11 Encryption required                                       | plaintext-refused
            SMTP | 504 5.5.4 Unrecognized authentication type                           | mechanism-missing
            SMTP | 503 5.5.1 Error: authentication not enabled                          | mechanism-missing
            SMTP | 454 4.7.0 Temporary authentication failure                           | temporarily-down
            SMTP | 454 4.7.0 Too many login attempts                                    | too-many-attempts
            SMTP | 421 4.7.0 mail Error: too many errors                                | too-many-attempts
            SMTP | 421 4.3.2 shutting down                                              | temporarily-down
            SMTP | 554 5.7.1 you                                                        | puzzling
            SMTP | 334 VXNlcm5hbWU6                                                     | protocol-broken
            SMTP | 53555 5.7.8 no                                                       | protocol-broken
            SMTP | 999 no                                                               | protocol-broken
            """)
    void has_one_word(Protocol protocol, String answer, String kind) {
        var play = Play.of(protocol);

        assertThat(BENCH.ask(play, play.answering(answer)).kind()).isEqualTo(kind);
    }

    @Test
    void to_another_name_than_the_offers_tells_the_offers() {
        assertThat(refused(Optional.of("erika"))).isEqualTo(new WrongLoginName("erika@example.org"));
        assertThat(refused(Optional.of("erika@example.org "))).isEqualTo(new WrongLoginName("erika@example.org"));
        assertThat(refused(Optional.of("erika@example.org"))).isEqualTo(new WrongPassword());
        assertThat(refused(Optional.empty())).isEqualTo(new WrongPassword());
    }

    private Verdict refused(Optional<String> typed) {
        var play = Play.of(Protocol.IMAP);
        try (var server = ScriptedServer.playing(BENCH.goodTls, play.answering("{tag} NO [AUTHENTICATIONFAILED]"))) {
            return BENCH.ask(Bench.LONG, List.of(Bench.server(play, server.port())), typed, "sesame")
                    .headline();
        }
    }
}
