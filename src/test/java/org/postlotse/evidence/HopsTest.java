package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of log-ins through HAProxy: the corpus' own, and the same as Dovecot's events and reports tell it. */
class HopsTest {
    private static final String HAPROXY = "198.51.100.31";

    @Test
    void through_a_load_balancer_that_is_named_a_line_tells_of_the_customer() throws IOException {
        var through = Files.readAllLines(CorpusTest.CORPUS.resolve("dovecot23-recommended.log")).stream()
                .filter(line -> line.contains("-login: Info: Login: ") && line.contains("rrip=" + HAPROXY))
                .toList();
        assertThat(through).hasSize(5);

        assertThat(told(Heard.behind(HAPROXY::equals, through)))
                .containsExactly(
                        "143 NONE  PLAIN", // HAProxy passes clear text through
                        "143 TLS TLSv1.3 PLAIN", // and STARTTLS
                        "993 UNKNOWN  PLAIN", // it ends TLS and says so: secured
                        "1993 UNKNOWN  PLAIN", // it ends TLS and says nothing
                        "2993 TLS TLSv1.3 PLAIN"); // it passes TLS through
        assertThat(told(Heard.behind(hop -> false, through)))
                .allMatch(line -> line.contains("UNKNOWN")) // a login proxy looks the same
                .hasSize(5);
    }

    /** Whom it really speaks with, 2.4.1 does not tell: it writes its own address there. */
    @Test
    void dovecot_2_4_shows_by_the_port_that_nobody_handed_a_connection_on() {
        var line = "2026-11-29T15:01:31+0000 imap-login: Info: Logged in: user=<anna@hoster.example>, method=PLAIN,"
                + " rip=203.0.113.20, rport=40001, lip=198.51.100.11, lport=143%s, session=<J8+GkWthpI1>,"
                + " rrip=198.51.100.11, rrport=%d, rlip=198.51.100.11";
        var lines = List.of(
                line.formatted("", 40001),
                line.formatted(", TLS", 40001),
                line.formatted("", 40002),
                line.formatted(", TLS", 40002),
                line.formatted("", 40001));

        assertThat(told(Heard.behind(hop -> false, lines)))
                .containsExactly(
                        "143 NONE  PLAIN", "143 TLS  PLAIN", "143 UNKNOWN  ", "143 UNKNOWN  ", "143 NONE  PLAIN");
    }

    @Test
    void where_it_ends_TLS_the_port_says_so() {
        var settings = TestEvidence.settings(
                Map.of("postlotse.evidence.hops", "198.51.100.0/24", "postlotse.evidence.tls-ports[0]", "1993"));
        assertThat(settings.hop(HAPROXY)).isTrue();
        assertThat(settings.hop("203.0.113.9")).isFalse();
        var logins = new MemoryLogins();
        var reading = TestEvidence.into(logins, settings);
        var line = "2026-11-23T08:28:37+0000 imap-login: Info: Login: user=<anna@hoster.example>, method=PLAIN,"
                + " rip=203.0.113.22, lip=198.51.100.31, lport=1993, session=<x>, rrip=198.51.100.31";
        var bytes = Ascii.of(line);
        reading.line(bytes, 0, bytes.length, 0);
        reading.keep(bytes.length);

        assertThat(logins.counted.toString()).contains("TLS").doesNotContain("UNKNOWN", "NONE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stats: {"event":"auth_client_request_finished","fields":{"mechanism":"PLAIN","service":"imap","transport":"%s","remote_ip":"203.0.113.20","real_remote_ip":"%s","local_port":%d,"user":"anna@hoster.example"}} | TLS
            policy: {"login":"anna@hoster.example","protocol":"imap","remote":"203.0.113.20","real_rip":"%2$s","lport":"%3$d","mech":"PLAIN","secured":"%1$s","success":true,"policy_reject":false} | TLS
            """)
    void events_and_reports_likewise(String form, String tls) {
        var none = form.startsWith("stats") ? "insecure" : "";
        var lines = List.of(
                form.formatted(tls, HAPROXY, 143),
                form.formatted(none, HAPROXY, 143),
                form.formatted(none, HAPROXY, 1993),
                form.formatted(tls, "198.51.100.77", 143),
                form.formatted(none, "203.0.113.20", 143));
        var heard = Heard.behind(
                HAPROXY::equals,
                lines.stream()
                        .map(line -> "Nov 23 08:27:13 mx01 dovecot: " + line)
                        .toList());

        assertThat(told(heard))
                .containsExactly(
                        "143 TLS  PLAIN", "143 NONE  PLAIN", "1993 UNKNOWN  PLAIN", "143 UNKNOWN  ", "143 NONE  PLAIN");
    }

    private static List<String> told(Heard heard) {
        return heard.logins.stream()
                .map(login -> login.server().port() + " " + login.protection().encryption() + " "
                        + login.protection().version() + " "
                        + login.protection().mechanism())
                .toList();
    }
}
