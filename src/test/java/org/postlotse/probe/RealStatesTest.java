package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Server;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;

/** Every verdict that a real Dovecot 2.3 and Postfix 3.7 can be brought to; the table is printed at the end. */
@Needs({RealPart.DOVECOT, RealPart.DOVECOT_LUA, RealPart.POSTFIX})
class RealStatesTest {
    private static final Bench BENCH = new Bench();
    private static final RealStates STATES = new RealStates(BENCH);
    private static final List<String> TABLE = new ArrayList<>();

    @AfterAll
    static void stop() throws Exception {
        STATES.close();
        System.out.println("real servers: state | server | verdict");
        TABLE.forEach(System.out::println);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "right password        | erika@example.org     | sesame | working          | working          | working",
                "wrong password        | erika@example.org     | sesam  | wrong-password   | wrong-password   | wrong-password",
                "unknown mailbox       | nobody@example.org    | sesame | wrong-password   | wrong-password   | wrong-password",
                "nologin with a reason | closed@example.org    | sesame | account-disabled | account-disabled | working",
                "maintenance           | later@example.org     | sesame | temporarily-down | temporarily-down | working",
                "user disabled         | disabled@example.org  | sesame | wrong-password   | wrong-password   | wrong-password", // nobody is told
                "password expired      | expired@example.org   | sesame | password-expired | password-expired | password-expired",
                "password base is ill  | broken@example.org    | sesame | temporarily-down | temporarily-down | wrong-password", // but see together,
                "other networks only   | elsewhere@example.org | sesame | wrong-password   | wrong-password   | wrong-password",
            })
    void of_the_mailbox(String state, String mailbox, String password, String imap, String pop3, String smtp) {
        var dovecot = STATES.dovecot("");
        tell(state, RealStates.imap(dovecot), mailbox, password, imap);
        tell(state, RealStates.imapWithStartTls(dovecot), mailbox, password, imap);
        tell(state, RealStates.pop3(dovecot), mailbox, password, pop3);
        tell(state, RealStates.pop3WithStartTls(dovecot), mailbox, password, pop3);
        tell(state, RealStates.submission(STATES.postfix("")), mailbox, password, smtp);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no TLS at all | ssl = no#service imap-login {#  inet_listener imaps {#    ssl = no#  }#}#service pop3-login {#  inet_listener pop3s {#    ssl = no#  }#}# | encryption-missing | encryption-missing",
                "no PLAIN                       | auth_mechanisms = cram-md5                      | mechanism-missing  | mechanism-missing",
                "log-in process does not start  | service auth {#  executable = /bin/false#}#     | temporarily-down | temporarily-down",
                "failures delayed for 3 s       | auth_failure_delay = 3 secs                     | wrong-password     | wrong-password",
            })
    void of_Dovecot(String state, String settings, String imap, String pop3) {
        var dovecot = STATES.dovecot(settings.replace('#', '\n') + "\n");
        var password = state.startsWith("failures") ? "sesam" : "sesame";
        tell(state, RealStates.imapWithStartTls(dovecot), "erika@example.org", password, imap);
        tell(state, RealStates.pop3WithStartTls(dovecot), "erika@example.org", password, pop3);
    }

    @Test
    void of_Dovecot_whose_connections_are_used_up() throws Exception {
        var dovecot = STATES.dovecot("mail_max_userip_connections = 1\n");
        for (var server : List.of(RealStates.imap(dovecot), RealStates.pop3(dovecot)))
            try (var _ = stayingLoggedIn(server)) {
                awaitCounted(server);
                tell("one connection too many", server, "erika@example.org", "sesame", "too-many-attempts");
            }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no log-in                  | smtpd_sasl_auth_enable = no | mechanism-missing",
                "no TLS                     | smtpd_tls_security_level = none | encryption-missing",
                "maintenance                | smtpd_delay_reject = no#smtpd_client_restrictions = check_client_access static:{421 4.3.2 Maintenance until 22} | temporarily-down",
                "deferred                   | smtpd_delay_reject = no#smtpd_client_restrictions = defer | temporarily-down",
                "turned away at once        | smtpd_delay_reject = no#smtpd_client_restrictions = reject | puzzling",
                "greeting after 2 s         | smtpd_delay_reject = no#smtpd_client_restrictions = sleep 2, permit | working",
                "TLS 1.0 only               | smtpd_tls_mandatory_protocols = TLSv1#tls_medium_cipherlist = DEFAULT:@SECLEVEL=0 | tls-too-old",
                "no ciphers in common       | smtpd_tls_mandatory_protocols = TLSv1.2#smtpd_tls_mandatory_exclude_ciphers = AESGCM, CHACHA20, AES, SHA256, SHA384 | tls-broken",
            })
    void of_Postfix(String state, String settings, String smtp) {
        var postfix = STATES.postfix(settings.replace('#', '\n') + "\n");
        tell(state, RealStates.submission(postfix), "erika@example.org", "sesame", smtp);
    }

    @Test
    void of_Postfix_that_counts_log_ins() {
        var postfix = STATES.postfix("smtpd_client_auth_rate_limit = 1\nsmtpd_client_event_limit_exceptions =\n");
        tell("first log-in", RealStates.submission(postfix), "erika@example.org", "sesame", "working");
        tell("one log-in too many", RealStates.submission(postfix), "erika@example.org", "sesame", "too-many-attempts");
    }

    @Test
    void of_Postfix_that_counts_connections() {
        var postfix = STATES.postfix("smtpd_client_connection_rate_limit = 1\nsmtpd_client_event_limit_exceptions =\n");
        tell("first connection", RealStates.submission(postfix), "erika@example.org", "sesame", "too-many-attempts");
    }

    /** Postfix asks Dovecot's SASL server for each log-in; that one may be gone by then. */
    @Test
    void of_Postfix_whose_SASL_server_goes_away() throws Exception {
        try (var sasl = new FleetingSasl()) {
            var postfix = STATES.postfix("smtpd_sasl_path = " + sasl.path() + "\n");
            tell("SASL server gone", RealStates.submission(postfix), "erika@example.org", "sesame", "temporarily-down");
        }
    }

    @Test
    void of_Dovecot_and_Postfix_with_an_ill_base_of_passwords_together() {
        var dovecot = STATES.dovecot("");
        var servers = List.of(RealStates.imap(dovecot), RealStates.submission(STATES.postfix("")));
        var diagnosis = BENCH.ask(Bench.LONG, servers, "broken@example.org", "sesame");

        assertThat(diagnosis.findings())
                .extracting(each -> each.verdict().kind())
                .containsOnly("temporarily-down");
    }

    /** A connection from the address from which probes come, too. */
    private static GuardedSocket stayingLoggedIn(Server server) throws Exception {
        var deadline = Deadline.in(Bench.LONG);
        var socket = new GuardedSocket(deadline);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.port().number()));
        var wire = new Wire(socket, new Progress());
        wire.secure(new Tls(BENCH.trust, Clock.systemUTC()), server.host());
        var dialogue = Dialogue.with(server, wire);
        dialogue.greeting();
        assertThat(dialogue.ways()).isEmpty();
        try (var secret = Secret.of("sesame".toCharArray())) {
            var name = "erika@example.org";
            assertThat(dialogue.login(new Login(name, name, secret, Optional.empty(), Optional.empty()))
                            .works())
                    .isTrue();
        }
        return socket;
    }

    /** Dovecot lets somebody in a moment before it counts the connection. */
    private static void awaitCounted(Server server) {
        int tries = 0;
        while (kind(server, "erika@example.org", "sesame").equals("working"))
            assertThat(++tries).isLessThan(100);
    }

    private static String kind(Server server, String mailbox, String password) {
        return BENCH.ask(Bench.LONG, List.of(server), mailbox, password)
                .headline()
                .kind();
    }

    private static void tell(String state, Server server, String mailbox, String password, String expected) {
        var before = System.nanoTime();
        var kind = kind(server, mailbox, password);
        TABLE.add("%-30s | %-6s %-9s| %-18s %5d ms"
                .formatted(
                        state, server.protocol(), server.security(), kind, (System.nanoTime() - before) / 1_000_000));
        assertThat(kind).as("%s %s", state, server).isEqualTo(expected);
    }
}
