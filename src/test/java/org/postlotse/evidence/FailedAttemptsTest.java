package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why programs were not let in, as servers log it, and from where: nobody can lay it at another's door. */
class FailedAttemptsTest {
    private static final String DOVECOT = "Nov 23 08:27:13 mx01 dovecot: ";
    private static final String POSTFIX = "Nov 23 08:27:47 mx01 postfix/";
    private static final String EXIM = "2026-11-23 08:27:52.309 [15696] ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            imap-login: Disconnected: Connection closed: SSL_accept() failed: error:0A000418:SSL routines::tlsv1 alert unknown ca: SSL alert number 48 (no auth attempts in 0 secs): user=<>, rip=203.0.113.40, lip=198.51.100.11, TLS handshaking: SSL_accept() failed: error:0A000418:SSL routines::tlsv1 alert unknown ca: SSL alert number 48, session=<a> | IMAP 203.0.113.40 CERTIFICATE_REFUSED
            pop3-login: Disconnected: Connection closed: SSL_accept() failed: error:0A000412:SSL routines::ssl/tls alert bad certificate: SSL alert number 42 (no auth attempts in 0 secs): user=<>, rip=203.0.113.40, lip=198.51.100.11, TLS handshaking, session=<a> | POP3 203.0.113.40 CERTIFICATE_REFUSED
            imap-login: Info: Disconnected: Connection closed: SSL_accept() failed: error:0A00010B:SSL routines::wrong version number (no auth attempts in 0 secs): user=<>, rip=2001:db8::7, lip=198.51.100.11, TLS handshaking, session=<a> | IMAP 2001:db8::7 CLEAR_TEXT_TO_TLS
            imap-login: Login aborted: Connection closed: SSL_accept() failed: error:0A00018C:SSL routines::version too low (disconnected before auth was ready, waited 0 secs) (tls_handshake_not_finished): user=<>, rip=203.0.113.40, lip=198.51.100.11, session=<a> | IMAP 203.0.113.40 TOO_OLD
            imap-login: Disconnected: Connection closed: SSL_accept() failed: error:0A0000C1:SSL routines::no shared cipher (no auth attempts in 0 secs): user=<>, rip=203.0.113.40, lip=198.51.100.11, TLS handshaking, session=<a> | IMAP 203.0.113.40 TOO_OLD
            imap-login: Disconnected: Too many invalid commands (no auth attempts in 0 secs): user=<>, rip=203.0.113.22, lip=198.51.100.11, session=<a> | IMAP 203.0.113.22 TLS_TO_CLEAR_TEXT
            pop3-login: Aborted login (tried to use disallowed plaintext auth): user=<>, rip=203.0.113.22, lip=198.51.100.11, session=<a> | POP3 203.0.113.22 NOT_ENCRYPTED
            imap-login: Login aborted: Logged out (tried to use disallowed plaintext auth) (cleartext_auth_disabled): user=<>, rip=203.0.113.22, lip=198.51.100.11, session=<a> | IMAP 203.0.113.22 NOT_ENCRYPTED
            imap-login: Info: Login aborted: Logged out (auth failed, 1 attempts in 0 secs) (auth_failed): user=<anna@hoster.example>, rip=203.0.113.22, lip=198.51.100.11, session=<a> | IMAP 203.0.113.22 NOT_ENCRYPTED
            imap-login: Info: Login aborted: Logged out (auth failed, 1 attempts in 0 secs) (auth_failed): user=<a>, method=PLAIN, rip=9.9.9.9, lip=9.9.9.9, session=<b>, rip=203.0.113.22, lip=198.51.100.11, session=<a> | IMAP 203.0.113.22 NOT_ENCRYPTED
            imap-login: Disconnected: Aborted login by logging out (tried to use unsupported auth mechanism): user=<>, method=NTLM, rip=203.0.113.22, lip=198.51.100.11, TLS, session=<a> | IMAP 203.0.113.22 METHOD_REFUSED
            submission-login: Disconnected: Aborted login by logging out (auth failed, 1 attempts in 0 secs): user=<anna@hoster.example>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, session=<a> | SMTP 203.0.113.20 PASSWORD_REFUSED
            imap-login: Disconnected: Aborted login by logging out (auth failed, 1 attempts in 5 secs): user=<bert>, method=PLAIN, rip=9.9.9.9, TLS, session=<z>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, session=<a> | IMAP 203.0.113.20 PASSWORD_REFUSED
            """)
    void Dovecot(String message, String told) {
        assertThat(Heard.in(DOVECOT + message).failures).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            imap-login: Disconnected: Connection closed (no auth attempts in 0 secs): user=<>, rip=203.0.113.40, lip=198.51.100.11, session=<a>
            imap-login: Disconnected: Inactivity (client didn't finish SASL auth): user=<wrong version number>, method=PLAIN, rip=203.0.113.40, session=<a>
            imap-login: Login aborted: Logged out (auth failed, 1 attempts in 0 secs) (auth_failed): user=<anna>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, TLS, sni=<a>, rip=9.9.9.9, lip=9.9.9.9>, session=<a>
            imap-login: Login aborted: Logged out (auth failed, 1 attempts in 0 secs) (auth_failed): user=<anna>, rip=203.0.113.20, lip=198.51.100.11, secured, session=<a>
            imap-login: Login: user=<: user=<>@hoster.example>, method=PLAIN, rip=203.0.113.40, lip=198.51.100.11, session=<a>
            """)
    void what_tells_nothing_to_mend_is_told_to_nobody(String message) {
        assertThat(Heard.in(DOVECOT + message).failures).isEmpty();
    }

    @Test
    void Postfix_tells_the_reason_in_the_next_line_of_the_same_process() {
        var heard = Heard.in(
                POSTFIX + "smtps/smtpd[1]: connect from unknown[203.0.113.40]",
                POSTFIX + "smtps/smtpd[2]: connect from unknown[203.0.113.41]",
                POSTFIX + "smtps/smtpd[1]: SSL_accept error from unknown[203.0.113.40]: -1",
                POSTFIX + "smtps/smtpd[2]: SSL_accept error from unknown[203.0.113.41]: -1",
                POSTFIX
                        + "smtps/smtpd[2]: warning: TLS library problem: error:0A0000C1:SSL routines::no shared cipher:x.c:1:",
                POSTFIX
                        + "smtps/smtpd[1]: warning: TLS library problem: error:0A00010B:SSL routines::wrong version number:x.c:3:",
                POSTFIX
                        + "smtps/smtpd[1]: warning: TLS library problem: error:0A0000C1:SSL routines::no shared cipher:x.c:1:",
                POSTFIX + "smtps/smtpd[1]: lost connection after CONNECT from unknown[203.0.113.40]",
                POSTFIX + "smtpd[3]: lost connection after CONNECT from unknown[203.0.113.42]", // a port scan, or
                // anybody
                POSTFIX + "submission/smtpd[4]: connect from unknown[203.0.113.43]",
                POSTFIX + "submission/smtpd[4]: lost connection after CONNECT from unknown[203.0.113.43]");

        assertThat(heard.failures)
                .containsExactly(
                        "SMTP 203.0.113.41 TOO_OLD",
                        "SMTP 203.0.113.40 CLEAR_TEXT_TO_TLS",
                        "SMTP 203.0.113.43 TLS_TO_CLEAR_TEXT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            warning: host.example[203.0.113.40]: SASL PLAIN authentication failed: (reason unavailable), sasl_username=anna@hoster.example | PASSWORD_REFUSED
            warning: unknown[203.0.113.40]:39550: SASL LOGIN authentication failed: UGFzc3dvcmQ6                                         | PASSWORD_REFUSED
            warning: unknown[203.0.113.40]: SASL PLAIN authentication failed: Password expired, sasl_username=a: SASL x[9.9.9.9]           | PASSWORD_REFUSED
            warning: unknown[203.0.113.40]: SASL NTLM authentication failed: Invalid authentication mechanism                            | METHOD_REFUSED
            warning: unknown[203.0.113.40]: SASL DIGEST-MD5 authentication failed: no mechanism available                                | METHOD_REFUSED
            """)
    void Postfix_tells_whose_log_in_is_refused_by_the_address_alone(String message, String trouble) {
        var connect = "connect from " + (message.contains("host.example") ? "host.example" : "unknown");
        assertThat(Heard.in(POSTFIX + "smtpd[1]: " + connect + "[203.0.113.40]:39550", POSTFIX + "smtpd[1]: " + message)
                        .failures)
                .containsExactly("SMTP 203.0.113.40 " + trouble);
        assertThat(Heard.in(POSTFIX + "smtpd[1]: " + message).failures)
                .as("reading began in the midst")
                .containsExactly("SMTP 203.0.113.40 " + trouble);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "warning: unknown[203.0.113.40]: SASL CRAM-MD5 authentication failed: Connection lost to authentication server",
                "warning: unknown[203.0.113.40]: SASL PLAIN authentication failed: Invalid base64 data in initial response",
                "warning: unknown[203.0.113.40]: SASL PLAIN authentication failed: generic failure",
                "warning: unknown[203.0.113.40]: SASL CRAM-MD5 authentication aborted",
                "warning: non-SMTP command from unknown[203.0.113.40]: x: SASL PLAIN authentication failed: y",
                "warning: hostname a.example does not resolve to address 203.0.113.40: Name or service not known",
                "lost connection after AUTH from unknown[203.0.113.40]",
                "NOQUEUE: timeout after AUTH from unknown[203.0.113.40]",
            })
    void what_is_nobodys_mistake_at_Postfix_is_told_to_nobody(String message) {
        var process = POSTFIX + "submission/smtpd[1]: ";
        var last = message.contains(" AUTH ") || message.contains("]: SASL")
                ? "disconnect from unknown[203.0.113.40] ehlo=1 auth=0/1 commands=1/2"
                : "disconnect from unknown[203.0.113.40] ehlo=1 quit=1 commands=2";
        assertThat(Heard.in(process + "connect from unknown[203.0.113.40]", process + message, process + last).failures)
                .isEmpty();
    }

    @Test
    void who_speaks_for_another_is_our_check_or_a_proxy() {
        var process = POSTFIX + "submission/smtpd[1]: ";
        assertThat(Heard.in(
                                process + "connect from wizard.example[192.0.2.9]",
                                process + "warning: unknown[203.0.113.40]: SASL PLAIN authentication failed: x",
                                process
                                        + "disconnect from unknown[203.0.113.40] ehlo=2 xclient=0/1 auth=0/1 quit=1 commands=3/5")
                        .failures)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            submission/smtpd | ehlo=1 auth=0/1 mail=1 rcpt=0/1 quit=1 commands=3/5  | SMTP 203.0.113.40 NOT_ENCRYPTED
            submission/smtpd | ehlo=2 starttls=1 auth=0/1 quit=1 commands=4/5       |
            submission/smtpd | ehlo=1 xclient=0/1 auth=0/1 quit=1 commands=2/4      |
            submission/smtpd | ehlo=1 mail=0/1 quit=1 commands=2/3                  |
            submission/smtpd | ehlo=1 auth=1/2 quit=1 commands=3/4                  |
            smtps/smtpd      | ehlo=1 auth=0/1 quit=1 commands=2/3                  |
            smtpd            | ehlo=1 auth=0/1 quit=1 commands=2/3                  |
            """)
    void a_log_in_in_clear_text_that_Postfix_refuses_shows_in_its_last_line_only(
            String program, String commands, String told) {
        var process = POSTFIX + program + "[1]: ";
        var heard = Heard.in(
                process + "connect from unknown[203.0.113.40]",
                process + "disconnect from unknown[203.0.113.40] " + commands);
        assertThat(heard.failures).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stats: {"event":"auth_client_request_finished","fields":{"error":"Authentication failed","service":"imap","session":"a","remote_ip":"203.0.113.20","user":"anna@hoster.example"}} | IMAP 203.0.113.20 PASSWORD_REFUSED
            stats: {"event":"auth_client_request_finished","fields":{"error":"Authentication aborted by client","service":"imap","remote_ip":"203.0.113.20","user":"anna@hoster.example"}}    |
            stats: {"event":"auth_request_finished","fields":{"service":"smtp","local_ip":"198.51.100.32","remote_ip":"203.0.113.20","user":"anna@hoster.example"}}                           | SMTP 203.0.113.20 PASSWORD_REFUSED
            stats: {"event":"auth_request_finished","fields":{"service":"smtp","local_ip":"192.0.0.8","remote_ip":"203.0.113.20","user":"anna@hoster.example"}}                               |
            stats: {"event":"auth_request_finished","fields":{"service":"imap","local_ip":"198.51.100.32","remote_ip":"203.0.113.20","user":"anna@hoster.example"}}                           |
            policy: {"login":"anna@hoster.example","protocol":"pop3","remote":"203.0.113.20","success":false,"policy_reject":false}                                                            | POP3 203.0.113.20 PASSWORD_REFUSED
            policy: {"login":"anna@hoster.example","protocol":"pop3","remote":"203.0.113.20","success":false,"policy_reject":true}                                                             |
            policy: {"login":"anna@hoster.example","protocol":"pop3","remote":"203.0.113.20","tls":false}                                                                                      |
            """)
    void Dovecots_events_and_reports(String message, String told) {
        assertThat(Heard.in(DOVECOT + message).failures).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TLS error on connection from [203.0.113.40]:48481 I=[198.51.100.21]:465 (gnutls_handshake): An unexpected TLS packet was received.      | CLEAR_TEXT_TO_TLS
            TLS error on connection from ([9.9.9.9] I=[1.1.1.1]) [203.0.113.40]:33319 I=[198.51.100.21]:465 (gnutls_handshake): No supported cipher suites have been found. | TOO_OLD
            TLS error on connection from host.example ([192.168.1.23]) [203.0.113.40] (SSL_accept): error:0A000418:SSL routines::tlsv1 alert unknown ca | CERTIFICATE_REFUSED
            """)
    void Exim(String message, String trouble) {
        assertThat(Heard.in(EXIM + message).failures).containsExactly("SMTP 203.0.113.40 " + trouble);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain_server authenticator failed for ([9.9.9.9]) [203.0.113.40]:36840 I=[198.51.100.21]:587: 535 Incorrect authentication data (set_id=x) [9.9.9.9]: 535 y)      | SMTP 203.0.113.40 PASSWORD_REFUSED
            dovecot_login authenticator failed for host.example (helo) [203.0.113.40]: 535 Incorrect authentication data (set_id=anna@hoster.example)                        | SMTP 203.0.113.40 PASSWORD_REFUSED
            plain_server authenticator failed for (x) [203.0.113.40]:36840 I=[198.51.100.21]:587: 501 Authentication cancelled                                             |
            plain_server authenticator failed for (x) [203.0.113.40]: 435 Unable to authenticate at present (set_id=: 535 x): database                                     |
            no MAIL in SMTP connection from (x) [203.0.113.40]:36840 I=[198.51.100.21]:587 D=0.052s C=EHLO,AUTH,QUIT                                                     | SMTP 203.0.113.40 NOT_ENCRYPTED
            no MAIL in SMTP connection from (x) [203.0.113.40] D=0.052s C=EHLO,AUTH,QUIT                                                                                 |
            no MAIL in SMTP connection from (x) [203.0.113.40]:36840 I=[198.51.100.21]:587 D=0.052s X=TLS1.3:x:256 CV=no C=EHLO,STARTTLS,EHLO,AUTH,QUIT                   |
            no MAIL in SMTP connection from (x) [203.0.113.40]:36840 I=[198.51.100.21]:587 D=0.052s C=EHLO,QUIT                                                          |
            """)
    void Exim_tells_who_is_refused(String message, String told) {
        assertThat(Heard.in(EXIM + message).failures).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void a_wrong_password_in_clear_text_is_no_missing_encryption_at_Exim() {
        var from = " (x) [203.0.113.40]:36840 I=[198.51.100.21]:587";
        assertThat(Heard.in(
                                EXIM + "plain_server authenticator failed for" + from + ": 535 Incorrect (set_id=anna)",
                                EXIM + "no MAIL in SMTP connection from" + from + " D=0.052s C=EHLO,AUTH,QUIT",
                                EXIM
                                        + "no MAIL in SMTP connection from (x) [203.0.113.40]:36841 D=0.1s C=EHLO,AUTH,QUIT")
                        .failures)
                .containsExactly("SMTP 203.0.113.40 PASSWORD_REFUSED", "SMTP 203.0.113.40 NOT_ENCRYPTED");
    }

    @Test
    void of_each_kind_the_latest_is_kept_and_the_hosters_own_networks_and_checks_are_left_out() throws IOException {
        var failed = "2026-11-22T08:00:0%d+00:00 mx dovecot: imap-login: Disconnected: Aborted login by logging out"
                + " (auth failed, 1 attempts in 0 secs): user=<anna>, method=PLAIN, rip=%s, lip=1.2.3.4, session=<%s>\n";
        var id = "2026-11-22T07:59:59+00:00 mx dovecot: imap-login: ID sent: name=Postlotse: user=<>, rip=203.0.113.9,"
                + " lip=1.2.3.4, session=<ours>\n";
        var failures = new MemoryFailures();
        var reading = TestEvidence.into(
                new SourceReading.Memory(new MemoryLogins(), failures),
                TestEvidence.settings(Map.of("postlotse.evidence.own-networks[0]", "10.0.0.0/8")));
        var text = failed.formatted(1, "203.0.113.20", "a")
                + failed.formatted(2, "10.0.0.1", "b")
                + id
                + failed.formatted(3, "203.0.113.9", "ours")
                + failed.formatted(4, "203.0.113.9", "Postlotse-1a2b")
                + failed.formatted(5, "203.0.113.20", "c");
        LogStream.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), reading);
        reading.keep(text.length());

        assertThat(failures.kept.stream()
                        .map(one -> one.time() + " " + one.address())
                        .collect(Collectors.toList()))
                .containsExactly("2026-11-22T08:00:05Z 203.0.113.20");
    }
}
