package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Stalwart's text log: TLS is a line of its own, told apart by address and ports. */
class StalwartTest {
    private static final String EARLIER =
            "2026-11-23T07:00:00Z INFO TLS handshake (tls.handshake) listenerId = \"smtp\", localPort = 25, remoteIp = 192.0.2.9, remotePort = 4711, version = \"TLSv1_3\", details = \"TLS13_AES_256_GCM_SHA384\"";

    @Test
    void a_handshake_belongs_to_the_log_in_of_its_connection() {
        var heard = Heard.in(
                EARLIER,
                "2026-11-23T08:26:27Z INFO TLS handshake (tls.handshake) listenerId = \"imap\", localPort = 143, remoteIp = 203.0.113.20, remotePort = 5555, version = \"TLSv1_2\", details = \"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384\"",
                "2026-11-23T08:26:28Z INFO Authentication successful (auth.success) listenerId = \"imap\", localPort = 143, remoteIp = 203.0.113.20, remotePort = 6666, accountName = \"bert@hoster.example\", accountId = 8",
                "2026-11-23T08:26:28Z INFO Authentication successful (auth.success) listenerId = \"imap\", localPort = 143, remoteIp = 203.0.113.20, remotePort = 5555, accountName = \"anna@hoster.example\", accountId = 7");

        assertThat(heard.logins)
                .extracting(login -> login.user() + " " + login.protection().encryption() + " "
                        + login.protection().version())
                .containsExactly("bert@hoster.example NONE ", "anna@hoster.example TLS TLSv1.2");
        assertThat(heard.logins).allSatisfy(login -> assertThat(login.service()).isEqualTo(LoginProtocol.IMAP));
    }

    @Test
    void a_log_that_tells_nothing_of_TLS_leaves_it_open() {
        assertThat(Heard.in(
                                "2026-11-23T08:26:28Z INFO Authentication successful (auth.success) listenerId = \"submission\", localPort = 587, remoteIp = 2001:db8::7, remotePort = 6666, accountName = \"anna@hoster.example\", accountId = 7")
                        .logins)
                .singleElement()
                .satisfies(login -> {
                    assertThat(login.protection().encryption()).isEqualTo(Encryption.UNKNOWN);
                    assertThat(login.service()).isEqualTo(LoginProtocol.SMTP);
                    assertThat(login.client()).isEqualTo(new Endpoint("2001:db8::7", 6666));
                });
    }

    @Test
    void the_web_and_failed_log_ins_are_none() {
        assertThat(Heard.in(
                                "2026-11-23T08:26:28Z INFO Authentication successful (auth.success) listenerId = \"https\", localPort = 443, remoteIp = 203.0.113.20, remotePort = 6666, accountName = \"anna@hoster.example\"",
                                "2026-11-23T08:26:28Z INFO Authentication failed (auth.failed) listenerId = \"imap\", localPort = 143, remoteIp = 203.0.113.20, remotePort = 6666, accountName = \"x (auth.success) localPort = 143, accountName = \"anna@hoster.example\"\"")
                        .logins)
                .isEmpty();
    }

    @Test
    void it_is_known_in_a_journal_too() {
        assertThat(Heard.in(
                                "Nov 23 08:26:28 mx01 stalwart-mail[7]: Authentication successful (auth.success) listenerId = \"pop3s\", localPort = 995, remoteIp = 203.0.113.20, remotePort = 6666, accountName = \"o\\\"neil@hoster.example\", accountId = 7")
                        .logins)
                .singleElement()
                .satisfies(login -> assertThat(login.user()).isEqualTo("o\"neil@hoster.example"));
    }
}
