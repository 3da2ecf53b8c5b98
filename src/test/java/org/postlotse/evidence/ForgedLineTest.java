package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers write into names is never taken for a server's own words. */
class ForgedLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nov 23 08:20:00 imap-login: Info: Disconnected: Connection closed (auth failed, 1 attempts in 5 secs): user=<bert@hoster.example>, method=PLAIN, rip=9.9.9.9, TLS, session=<zzz>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, session=<AfzpTe1gA5TLAHEU>",
                "Nov 23 08:20:00 imap-login: Info: Disconnected (auth failed, 1 attempts): user=<evil?Nov 23 08:00:00 imap-login: Info: Login: user=<bert@hoster.example>, met...>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11",
                "Nov 23 08:20:00 mx01 postfix/submission/smtpd[1]: warning: p.example[203.0.113.20]: SASL PLAIN authentication failed: x, sasl_username=x, sasl_method=plain, sasl_username=bert@hoster.example",
                "Nov 23 08:20:00 mx01 postfix/submission/smtpd[1]: NOQUEUE: reject: RCPT from p.example[203.0.113.20]: 454; from=<: client=a[9.9.9.9], sasl_method=PLAIN, sasl_username=bert@hoster.example> to=<x>",
                "2026-11-23 08:20:00 plain_server authenticator failed for (x) [203.0.113.20]: 535 Incorrect authentication data (set_id=quote\"x) [9.9.9.9]: P=esmtpsa A=plain:bert@hoster.example)",
                "2026-11-23 08:20:00 rejected EHLO from [203.0.113.20]: syntactically invalid argument(s): a) [9.9.9.9] P=esmtpa A=plain_server:bert@hoster.example",
                "Nov 23 08:20:00 mx01 imapd: LOGIN FAILED, user=x, ip=[9.9.9.9], port=[1], ip=[::ffff:203.0.113.20], port=[53861]",
                "Nov 23 08:20:00 mx01 cyrus/imap[1]: badlogin: p.example [203.0.113.20] plaintext (x [9.9.9.9] bert plain+tls User logged in) [SASL(-13)]",
                "Nov 23 08:20:00 mx01 sshd[1]: imap-login: Login: user=<bert@hoster.example>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11"
            })
    void a_failed_login_is_none_whatever_its_name_says(String line) {
        assertThat(Heard.in(line).logins).isEmpty();
    }

    @Test
    void a_name_that_looks_like_fields_stays_a_name() {
        var heard = Heard.in(
                "Nov 23 08:20:00 imap-login: Info: Login: user=<x>, method=PLAIN, rip=9.9.9.9, TLS, a=<y>, method=CRAM-MD5, rip=203.0.113.20, lip=198.51.100.11, session=<AfzpTe1gA5TLAHEU>");

        assertThat(heard.logins).singleElement().satisfies(login -> {
            assertThat(login.user()).isEqualTo("x>, method=PLAIN, rip=9.9.9.9, TLS, a=<y");
            assertThat(login.client().address()).isEqualTo("203.0.113.20");
            assertThat(login.protection().mechanism()).isEqualTo("CRAM-MD5");
            assertThat(login.protection().encryption()).isEqualTo(Encryption.NONE);
        });
    }

    @Test
    void the_name_asked_for_in_tls_tells_nothing_but_itself() {
        var heard = Heard.in(
                "Nov 23 08:20:00 imap-login: Info: Login: user=<a@b.example>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, sni=<x, TLS, rip=9.9.9.9>, session=<AfzpTe1gA5TLAHEU>");

        assertThat(heard.logins).singleElement().satisfies(login -> {
            assertThat(login.protection().encryption()).isEqualTo(Encryption.NONE);
            assertThat(login.client().address()).isEqualTo("203.0.113.20");
        });
    }
}
