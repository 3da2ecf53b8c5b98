package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.tls;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Protocol;
import org.postlotse.probe.Verdict.Working;
import org.postlotse.support.ScriptedServer;
import org.postlotse.support.Step;

/** The customer's own address, told to servers that are configured to hear it, and to nobody else. */
class OriginTest {
    private static final Bench BENCH = new Bench();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMAP | 203.0.113.9 | 40001 | a1 ID (\"name\" \"Postlotse\" \"x-originating-ip\" \"203.0.113.9\" \"x-originating-port\" \"40001\" \"x-session-id\" \"Postlotse-1\")",
                "IMAP | 2001:db8::9 | 0 | a1 ID (\"name\" \"Postlotse\" \"x-originating-ip\" \"2001:db8:0:0:0:0:0:9\" \"x-session-id\" \"Postlotse-1\")",
                "POP3 | 203.0.113.9 | 40001 | XCLIENT ADDR=203.0.113.9 PORT=40001 SESSION=Postlotse-1",
                "POP3 | 2001:db8::9 | 0 | XCLIENT ADDR=2001:db8:0:0:0:0:0:9 SESSION=Postlotse-1",
                "SMTP | 203.0.113.9 | 40001 | XCLIENT NAME=[UNAVAILABLE] ADDR=203.0.113.9 PORT=40001 DESTADDR=192.0.0.8",
                "SMTP | 2001:db8::9 | 0 | XCLIENT NAME=[UNAVAILABLE] ADDR=IPV6:2001:db8:0:0:0:0:0:9 PORT=[UNAVAILABLE] DESTADDR=192.0.0.8",
            })
    void is_told_after_TLS(Protocol protocol, String address, int port, String told) throws Exception {
        for (var security : ConnectionSecurity.values()) {
            var play = new Play(protocol, security);
            var heard = heard(play, hearing(play, accepted(protocol)), true, address, port);

            assertThat(heard.stream().map(OriginTest::steady)).contains(told);
            var before = heard.subList(
                    0,
                    heard.indexOf(heard.stream()
                            .filter(line -> steady(line).equals(told))
                            .findFirst()
                            .orElseThrow()));
            if (security == ConnectionSecurity.STARTTLS)
                assertThat(before).anyMatch(line -> line.endsWith("STARTTLS") || line.equals("STLS"));
        }
    }

    /** Numbers of commands and of sessions are what they happen to be. */
    private static String steady(String line) {
        return line.replaceFirst("^a[0-9]+ ID", "a1 ID").replaceFirst("Postlotse-[0-9a-z]+", "Postlotse-1");
    }

    @ParameterizedTest
    @CsvSource({
        "IMAP, {tag} NO who are you",
        "IMAP, {tag} BAD what",
        "POP3, -ERR You are not from trusted IP",
        "SMTP, 550 5.7.0 Error: insufficient authorization"
    })
    void is_no_reason_not_to_log_in_where_nobody_wants_to_hear_it(Protocol protocol, String refusal) throws Exception {
        var play = Play.of(protocol);

        assertThat(verdict(play, hearing(play, say(refusal)), true)).isEqualTo(new Working());
    }

    /** Nor to one whose log could not tell the check from the customer's own log-in then. */
    @ParameterizedTest
    @ValueSource(strings = {"SIZE", "XCLIENT NAME ADDR PORT"})
    void is_not_told_to_a_submission_server_that_does_not_offer_to_listen(String offer) throws Exception {
        var play = Play.of(Protocol.SMTP);
        var script = new ArrayList<Step>();
        script.addAll(List.of(tls(), say("220 mail"), hear(), say("250-" + offer, "250 AUTH PLAIN"), hear()));
        script.addAll(List.of(say("250-mail", "250 AUTH PLAIN"), hear(), say("235 in"), hear()));

        assertThat(heard(play, script, true, "203.0.113.9", 1)).noneMatch(line -> line.startsWith("XCLIENT"));
    }

    @Test
    void is_not_told_where_it_is_not_configured() throws Exception {
        for (var play : Play.all().toList())
            assertThat(heard(play, play.good(), false, "203.0.113.9", 40001))
                    .noneMatch(line -> line.contains("203.0.113.9"));
    }

    @Test
    void is_told_by_host_or_by_port_of_it() {
        var server = Bench.server(Protocol.IMAP);
        for (var named : List.of("mail.example.org", "mail.example.org:1"))
            assertThat(TestRestraint.with(new Places(1, 1), Set.of(named)).tellsOrigin(server))
                    .isTrue();
        for (var named : List.of("mail.example.org:2", "example.org", "mail.example.or"))
            assertThat(TestRestraint.with(new Places(1, 1), Set.of(named)).tellsOrigin(server))
                    .isFalse();
    }

    private static Step accepted(Protocol protocol) {
        return switch (protocol) {
            case IMAP -> say("* ID NIL", "{tag} OK");
            case POP3 -> say("+OK Updated");
            case SMTP -> say("220 mail ESMTP");
        };
    }

    /** A good server that is told the address between TLS and what it can do. */
    private static List<Step> hearing(Play play, Step answer) {
        var script = new ArrayList<>(play.spoilt(Play.Moment.CAPABILITY));
        var good = play.good();
        var rest = good.subList(script.size() - 1, good.size()); // with the cue of the capabilities once more
        if (play.protocol() == Protocol.SMTP)
            script.addAll(List.of(say("250-mail", "250 XCLIENT NAME ADDR PORT DESTADDR DESTPORT"), hear()));
        script.add(answer);
        script.addAll(rest);
        return script;
    }

    private static List<String> heard(Play play, List<Step> script, boolean configured, String address, int port)
            throws Exception {
        try (var server = ScriptedServer.playing(BENCH.goodTls, script)) {
            assertThat(ask(play, server, configured, address, port)).isEqualTo(new Working());
            server.awaitEnd();
            return server.heard();
        }
    }

    private static Verdict verdict(Play play, List<Step> script, boolean configured) throws Exception {
        try (var server = ScriptedServer.playing(BENCH.goodTls, script)) {
            return ask(play, server, configured, "203.0.113.9", 7);
        }
    }

    private static Verdict ask(Play play, ScriptedServer server, boolean configured, String address, int port)
            throws Exception {
        var hearing = configured ? Set.of(Bench.HOST + ":" + server.port()) : Set.<String>of();
        var origin = Optional.of(new Origin(InetAddress.getByName(address), port));
        return BENCH.ask(
                TestRestraint.with(new Places(9, 9), hearing), Bench.server(play, server.port()), Bench.LONG, origin);
    }
}
