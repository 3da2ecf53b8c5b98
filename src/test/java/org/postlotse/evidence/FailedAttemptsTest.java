package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            TLS error on connection from [203.0.113.40]:48481 I=[198.51.100.21]:465 (gnutls_handshake): An unexpected TLS packet was received.      | CLEAR_TEXT_TO_TLS
            TLS error on connection from ([9.9.9.9] I=[1.1.1.1]) [203.0.113.40]:33319 I=[198.51.100.21]:465 (gnutls_handshake): No supported cipher suites have been found. | TOO_OLD
            TLS error on connection from host.example ([192.168.1.23]) [203.0.113.40] (SSL_accept): error:0A000418:SSL routines::tlsv1 alert unknown ca | CERTIFICATE_REFUSED
            """)
    void Exim(String message, String trouble) {
        assertThat(Heard.in(EXIM + message).failures).containsExactly("SMTP 203.0.113.40 " + trouble);
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
