package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Dovecot tells in JSON: each log-in once, however often it is told, and nothing for encrypted that is not. */
class DovecotEventsTest {
    private static final String LINE =
            "Nov 23 08:26:27 imap-login: Info: Login: user=<anna@hoster.example>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, TLS, session=<QHkYW+1gs9PLAHEX>";
    private static final String EVENT =
            "Nov 23 08:26:27 stats: Info: {\"event\":\"auth_client_request_finished\",\"end_time\":\"2026-11-23T08:26:27.112Z\",\"fields\":{\"mechanism\":\"PLAIN\",\"service\":\"imap\",\"transport\":\"TLS\",\"session\":\"QHkYW+1gs9PLAHEX\",\"local_ip\":\"198.51.100.32\",\"remote_ip\":\"203.0.113.20\",\"local_port\":993,\"remote_port\":54195,\"tls_protocol\":\"TLSv1\",\"user\":\"anna@hoster.example\"}}";
    private static final String REPORT =
            "2026-11-23T08:26:27Z mx01 dovecot: policy: {\"login\":\"anna@hoster.example\",\"remote\":\"203.0.113.20\",\"protocol\":\"%s\",\"mech\":\"PLAIN\",\"secured\":\"%s\",\"tls\":false,\"success\":true,\"policy_reject\":false,\"session_id\":\"%s\",\"device_id\":\"\\\"name\\\" \\\"Thunderbird\\\"\"}";

    @Test
    void an_event_and_a_login_line_of_one_session_are_one_log_in() {
        assertThat(Heard.in(EVENT, LINE).logins).singleElement().satisfies(login -> {
            assertThat(login.protection().version()).isEqualTo("TLSv1");
            assertThat(login.client().port()).isEqualTo(54195);
        });
        assertThat(Heard.in(LINE, EVENT).logins).hasSize(1);
        assertThat(Heard.in(LINE, EVENT, REPORT.formatted("imap", "TLS", "QHkYW+1gs9PLAHEX")).logins)
                .hasSize(1);
    }

    @Test
    void what_a_report_says_of_tls_is_not_believed() {
        var heard = Heard.in(REPORT.formatted("smtp", "secured", ""), REPORT.formatted("smtp", "", ""));

        assertThat(heard.logins)
                .extracting(login -> login.protection().encryption())
                .containsExactly(Encryption.TLS, Encryption.NONE);
        assertThat(Heard.in(REPORT.formatted("imap", "secured", "").replace("\"secured\":", "\"other\":")).logins)
                .singleElement()
                .satisfies(login -> assertThat(login.protection().encryption()).isEqualTo(Encryption.UNKNOWN));
    }

    @Test
    void a_report_tells_what_the_program_calls_itself() {
        assertThat(Heard.in(REPORT.formatted("imap", "", "s1")).clients).containsExactly("s1 \"name\" \"Thunderbird\"");
    }

    @Test
    void failures_and_events_of_other_things_are_no_log_ins() {
        assertThat(Heard.in(
                                EVENT.replace("\"mechanism\"", "\"error\":\"Authentication failed\",\"mechanism\""),
                                EVENT.replace("auth_client_request_finished", "auth_request_finished"),
                                EVENT.replace("auth_client_request_finished", "mail_user_session_finished"),
                                REPORT.formatted("imap", "", "s").replace("\"success\":true", "\"success\":false"),
                                REPORT.formatted("imap", "", "s")
                                        .replace("\"policy_reject\":false", "\"policy_reject\":true"))
                        .logins)
                .isEmpty();
    }

    /** As Dovecot 2.4.1 writes it. */
    private static final String NAMED =
            "2026-11-29T15:01:31+0000 stats: Info: {\"event\":\"imap_id_received\",\"hostname\":\"mx01\",\"end_time\":\"2026-11-29T15:01:31.177248Z\",\"categories\":[\"imap\"],\"fields\":{%s\"remote_ip\":\"203.0.113.20\",\"remote_port\":36260,\"id_param_name\":\"iPhone Mail\",\"id_param_version\":\"22A3354\",\"id_param_os\":\"iOS\",\"id_param_os-version\":\"18.0\"}}";

    private static final String LOGGED_IN =
            "2026-11-29T15:01:31+0000 imap-login: Info: Logged in: user=<anna@hoster.example>, method=PLAIN, rip=203.0.113.20, rport=%s, lip=198.51.100.11, lport=993, TLS, session=<J8+GkWthpI1>";

    private static final String SAID = "J8+GkWthpI1 \"name\" \"iPhone Mail\" \"version\" \"22A3354\" \"os\" \"iOS\"";

    @Test
    void dovecot_2_4_tells_by_an_event_what_a_program_calls_itself_once_it_is_logged_in() {
        var heard = Heard.in(LOGGED_IN.formatted("1"), NAMED.formatted("\"session\":\"J8+GkWthpI1\","));

        assertThat(heard.clients).containsExactly(SAID);
        assertThat(ClientId.parse(SAID.substring(SAID.indexOf(' ') + 1)).lasting())
                .isEqualTo("iPhone Mail (iOS)");
    }

    @Test
    void dovecot_2_4_calls_the_service_a_protocol() {
        var login = EVENT.replace("\"service\":", "\"protocol\":");
        var byPostfix = login.replace("auth_client_request_finished", "auth_request_finished")
                .replace("\"imap\"", "\"smtp\",\"success\":\"yes\"")
                .replace("\"session\":\"QHkYW+1gs9PLAHEX\",", "")
                .replace("\"transport\":\"TLS\"", "\"transport\":\"%s\"");
        var heard = Heard.in(login, byPostfix.formatted("secured"), byPostfix.formatted("insecure"));

        assertThat(heard.logins)
                .extracting(one -> one.service() + " " + one.protection().encryption())
                .containsExactly("IMAP TLS", "SMTP TLS", "SMTP NONE");
    }

    @Test
    void one_that_says_so_before_is_known_by_where_it_comes_from() {
        var named = NAMED.formatted("");

        assertThat(Heard.in(named, LOGGED_IN.formatted("36260")).clients).containsExactly(SAID);
        assertThat(Heard.in(LOGGED_IN.formatted("36260"), named).clients).containsExactly(SAID);
        assertThat(Heard.in(named, LOGGED_IN.formatted("36261")).clients).isEmpty();
    }

    @Test
    void half_an_event_puzzles() {
        assertThat(Heard.in(EVENT.substring(0, 150)).puzzles).containsExactly("dovecot");
    }

    @Test
    void a_posted_event_needs_no_envelope() {
        var posted = EVENT.substring(EVENT.indexOf('{'));

        assertThat(Heard.in(posted).logins)
                .singleElement()
                .satisfies(login -> assertThat(login.time()).isEqualTo("2026-11-23T08:26:27.112Z"));
    }

    @Test
    void version_2_4_is_read_too() {
        var heard = Heard.in(
                "Nov 23 08:26:27 imap-login: Info: Logged in: user=<anna@hoster.example>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, mpid=7, TSL, session=<a>",
                "Nov 23 08:26:28 imap-login: Info: Login aborted: Connection closed (auth failed, 3 attempts in 16 secs) (auth_failed): user=<test>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, session=<b>",
                "Nov 23 08:26:29 pop3-login: Info: Logged in: user=<bert@hoster.example>, method=CRAM-MD5, rip=203.0.113.20, rport=5, lip=198.51.100.11, lport=110, mpid=7, ja3=<abc>, session=<c>");

        assertThat(heard.logins)
                .extracting(login -> login.user() + " " + login.protection().encryption())
                .containsExactly("anna@hoster.example TLS", "bert@hoster.example NONE");
    }
}
