package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Server;
import org.postlotse.support.Dovecot;
import org.postlotse.support.Needs;
import org.postlotse.support.Patience;
import org.postlotse.support.RealPart;

/** Real servers write the customer's address into their logs, where their own limits and fail2ban read it. */
@Needs({RealPart.DOVECOT, RealPart.DOVECOT_LUA, RealPart.POSTFIX})
class RealOriginTest {
    private static final Bench BENCH = new Bench();
    private static final RealStates STATES = new RealStates(BENCH);
    private static final String TRUST = "login_trusted_networks = 127.0.0.1\n";
    private static final String EVENTS = """
            event_exporter log {
              format = json
              format_args = time-rfc3339
              transport = log
            }
            metric auth {
              exporter = log
              filter = event=auth_request_finished
            }
            """;
    private static final String XCLIENT = "smtpd_authorized_xclient_hosts = 127.0.0.1\ninet_protocols = all\n";

    @AfterAll
    static void stop() throws Exception {
        STATES.close();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9, right",
        "2001:db8::9, 2001:db8::9, right",
        "203.0.113.10, 203.0.113.10, wrong"
    })
    void is_what_a_trusting_Dovecot_logs(String address, String logged, String password) throws Exception {
        var dovecot = STATES.dovecot(TRUST);
        for (var server : List.of(
                RealStates.imap(dovecot),
                RealStates.imapWithStartTls(dovecot),
                RealStates.pop3(dovecot),
                RealStates.pop3WithStartTls(dovecot))) {
            ask(server, address, password);

            var protocol = server.protocol().key();
            logs(dovecot, protocol + "-login: Info: .*erika@example.org.*rip=" + logged + ",");
        }
    }

    /** Else the check would pass for the customer's program, and a page would say that it is done. */
    @Test
    void does_not_make_a_check_the_customers_own_log_in() throws Exception {
        var dovecot = STATES.dovecot(TRUST);
        for (var server : List.of(RealStates.pop3(dovecot), RealStates.imap(dovecot))) {
            assertThat(ask(server, "203.0.113.12", "right")).isEqualTo("working");

            logs(dovecot, server.protocol().key() + "-login: Info: Login: .*rip=203.0.113.12.*session=<Postlotse-");
        }
    }

    /** Dovecot's events are the one place where a log-in by Postfix has a name, and they know no session of it. */
    @Test
    void does_not_make_a_check_by_SMTP_the_customers_own_log_in() throws Exception {
        var dovecot = STATES.dovecot(EVENTS);
        var postfix = STATES.postfix(XCLIENT + "smtpd_sasl_path = " + dovecot.sasl() + "\n");
        assertThat(ask(RealStates.submission(postfix), "203.0.113.13", "right")).isEqualTo("working");

        assertThat(dovecot.logWith("\"remote_ip\":\"203.0.113.13\""))
                .containsPattern("\"service\":\"smtp\",\"local_ip\":\"192.0.0.8\".*\"remote_ip\":\"203.0.113.13\"");
    }

    @Test
    void is_not_what_a_Dovecot_logs_that_does_not_trust_us() throws Exception {
        var dovecot = STATES.dovecot("");
        for (var server : List.of(RealStates.imap(dovecot), RealStates.pop3(dovecot)))
            assertThat(ask(server, "203.0.113.9", "right")).isEqualTo("working");

        assertThat(dovecot.logWith("pop3-login: Info: Login"))
                .contains("rip=127.0.0.1")
                .doesNotContain("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.9, right, working", "203.0.113.10, wrong, wrong-password", "2001:db8::9, right, working"})
    void is_what_a_trusting_Postfix_logs(String address, String password, String kind) throws Exception {
        var postfix = STATES.postfix(XCLIENT);

        assertThat(ask(RealStates.submission(postfix), address, password)).isEqualTo(kind);
        var log = postfix.logWith("disconnect from unknown[" + address + "]");
        assertThat(log).contains("disconnect from unknown[" + address + "]");
        if (password.equals("wrong"))
            assertThat(log)
                    .containsPattern(
                            "unknown.203\\.113\\.10|unknown\\[203\\.0\\.113\\.10\\]: SASL PLAIN authentication failed");
    }

    @Test
    void is_not_what_a_Postfix_logs_that_does_not_trust_us() throws Exception {
        var postfix = STATES.postfix("");

        assertThat(ask(RealStates.submission(postfix), "203.0.113.9", "right")).isEqualTo("working");
        assertThat(postfix.logWith("disconnect from localhost[127.0.0.1]")).doesNotContain("203.0.113.9");
    }

    /** Twenty customers, each with a wrong password: what Postfix counts is one failure for each of them. */
    @Test
    void keeps_the_limits_of_Postfix_from_hitting_everybody() throws Exception {
        var limit = "smtpd_client_auth_rate_limit = 2\nsmtpd_client_event_limit_exceptions =\n";
        var counting = RealStates.submission(STATES.postfix(limit));
        var trusting = RealStates.submission(STATES.postfix(limit + XCLIENT));
        for (int i = 0; i < 3; i++) ask(counting, "203.0.113." + i, "wrong");
        for (int i = 0; i < 3; i++) ask(trusting, "203.0.113." + i, "wrong");

        assertThat(ask(counting, "203.0.113.50", "right")).isEqualTo("too-many-attempts");
        assertThat(ask(trusting, "203.0.113.50", "right")).isEqualTo("working");
    }

    /** A server writes its log a moment after it answers. */
    private static void logs(Dovecot dovecot, String pattern) {
        var wanted = Pattern.compile(pattern);
        Patience.waitFor(
                pattern, () -> wanted.matcher(dovecot.logWith("")).find(), () -> "; it logged " + dovecot.logWith(""));
    }

    private static String ask(Server server, String address, String password) throws Exception {
        var origin = Optional.of(new Origin(InetAddress.getByName(address), 40123));
        var restraint = TestRestraint.with(new Places(9, 9), Set.of(Bench.HOST));
        try (var secret = Secret.of((password.equals("right") ? "sesame" : "sesam").toCharArray())) {
            return new Probes(
                            new ProbeSettings(Bench.LONG, BENCH.trust),
                            Clock.systemUTC(),
                            Bench.LOOPBACK,
                            restraint,
                            time -> {})
                    .ask(Bench.offer(List.of(server)), new Credentials(Bench.erika(), Optional.empty(), secret, origin))
                    .headline()
                    .kind();
        }
    }
}
