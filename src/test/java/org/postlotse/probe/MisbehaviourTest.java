package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.Step.awaitOctets;
import static org.postlotse.support.Step.drip;
import static org.postlotse.support.Step.flood;
import static org.postlotse.support.Step.halfClose;
import static org.postlotse.support.Step.hangUp;
import static org.postlotse.support.Step.raw;
import static org.postlotse.support.Step.reset;
import static org.postlotse.support.Step.say;
import static org.postlotse.support.Step.silent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Play.Moment;
import org.postlotse.support.ScriptedServer;
import org.postlotse.support.Step;

/** Everything that a broken or hostile server may do, at every moment, in every protocol, over TLS and STARTTLS. */
class MisbehaviourTest {
    private static final Duration SHORT = Duration.ofMillis(900);
    private static final int AT_ONCE = 40;
    /** A TLS record of 16 KiB begins so, and then comes slowly. */
    private static final String SLOW = "\u0016\u0003\u0003\u003f\u0080\u0002" + "\0".repeat(500);

    /** What it does from one moment on. */
    enum Act {
        IS_SILENT("silent", silent()),
        DRIPS("silent", drip("* OK + 2 " + "very slow ".repeat(50))),
        NEVER_ENDS_ITS_LINE("silent", raw("* OK +OK 220 no end"), silent()),
        ENDS_ITS_LINE_WITH_CR("silent", raw("* OK\r+OK\r220 \r"), silent()),
        HANGS_UP("protocol-broken", hangUp()),
        RESETS("protocol-broken", reset()),
        CLOSES_HALF("protocol-broken", halfClose()),
        HANGS_UP_IN_ITS_LINE("protocol-broken", raw("* O"), hangUp()),
        TALKS_NONSENSE("protocol-broken", say("nonsense"), silent()),
        SAYS_NOTHING_IN_THREE_LINES("protocol-broken", say("", "", ""), silent()),
        SAYS_NOTHING_IN_A_MILLION_LINES("protocol-broken", flood("\r\n")),
        TALKS_IN_ONE_ENDLESS_LINE("protocol-broken", flood("A".repeat(4000))),
        SENDS_NUL("protocol-broken", raw("* OK \0\r\n+OK \0\r\n"), silent()),
        SENDS_BINARY("protocol-broken", raw(binary()), silent()),
        SENDS_A_TERMINALS_ESCAPES("protocol-broken", raw("\u001b[2J\u001b[31mnice\r\n"), silent()),
        SENDS_SCRIPT("protocol-broken", say("<script>alert('x')</script>"), silent()),
        SPEAKS_HTTP("protocol-broken", say("HTTP/1.1 400 Bad Request", "Connection: close", ""), hangUp()),
        SPEAKS_ANOTHER_TONGUE("protocol-broken", say("SSH-2.0-OpenSSH_9.2"), silent());

        private final String kind;
        private final Step[] steps;

        Act(String kind, Step... steps) {
            this.kind = kind;
            this.steps = steps;
        }

        private boolean waits() {
            return kind.equals("silent");
        }

        private Step[] at(Moment moment) {
            if (moment != Moment.HANDSHAKE) return steps;
            var spoilt = this == DRIPS ? new Step[] {drip(SLOW)} : steps;
            return Stream.concat(Stream.of(awaitOctets()), Stream.of(spoilt)).toArray(Step[]::new);
        }

        /** What must be told of it. */
        private String kindAt(Moment moment) {
            if (moment == Moment.GOODBYE) return "working";
            if (moment != Moment.HANDSHAKE) return kind;
            return this == IS_SILENT || this == DRIPS ? "silent" : "tls-broken";
        }

        private static byte[] binary() {
            var octets = new byte[300];
            for (int i = 0; i < octets.length; i++) octets[i] = (byte) (255 - i % 200);
            octets[octets.length - 1] = '\n';
            return octets;
        }
    }

    record Behaviour(Play play, Moment moment, Act act) {
        private List<Step> script() {
            return play.spoilt(moment, act.at(moment));
        }

        @Override
        public String toString() {
            return play + " at " + moment + " " + act;
        }
    }

    private static final Map<Behaviour, Finding> FINDINGS = new HashMap<>();
    private static Duration longestSilence = Duration.ZERO;

    static Stream<Behaviour> behaviours() {
        return Play.all()
                .flatMap(play -> play.moments().stream()
                        .flatMap(moment -> Stream.of(Act.values()).map(act -> new Behaviour(play, moment, act))));
    }

    @BeforeAll
    static void ask_all_of_them() {
        var bench = new Bench();
        ask(bench, behaviours().filter(each -> !each.act().waits()).toList(), Bench.LONG);
        ask(bench, behaviours().filter(each -> each.act().waits()).toList(), SHORT);
    }

    private static void ask(Bench bench, List<Behaviour> all, Duration deadline) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            var playing = some.stream()
                    .map(each -> ScriptedServer.playing(bench.goodTls, each.script()))
                    .toList();
            var servers = new ArrayList<Server>();
            for (int i = 0; i < some.size(); i++)
                servers.add(Bench.server(some.get(i).play(), playing.get(i).port()));
            long begun = System.nanoTime();
            var findings = bench.ask(deadline, servers).findings();
            var took = Duration.ofNanos(System.nanoTime() - begun);
            if (deadline.equals(SHORT) && took.compareTo(longestSilence) > 0) longestSilence = took;
            for (int i = 0; i < some.size(); i++) FINDINGS.put(some.get(i), findings.get(i));
            playing.forEach(ScriptedServer::close);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("behaviours")
    void is_told_for_what_it_is(Behaviour behaviour) {
        var verdict = Objects.requireNonNull(FINDINGS.get(behaviour)).verdict();

        assertThat(verdict.kind()).isEqualTo(behaviour.act().kindAt(behaviour.moment()));
        switch (verdict) {
            case Verdict.Silent silent -> assertThat(silent.stage()).isEqualTo(behaviour.moment().stage);
            case Verdict.ProtocolBroken broken -> assertThat(broken.stage()).isEqualTo(behaviour.moment().stage);
            default -> assertThat(verdict.kind()).isNotEmpty();
        }
    }

    @Test
    void never_outlives_the_deadline_by_much() {
        assertThat(longestSilence).isLessThan(SHORT.plusMillis(250).plusSeconds(1)); // a busy machine is no hang
    }
}
