package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.Step.hear;
import static org.postlotse.support.Step.say;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.Protocol;
import org.postlotse.probe.Play.Moment;
import org.postlotse.probe.Verdict.Busy;
import org.postlotse.probe.Verdict.Working;
import org.postlotse.support.Gate;
import org.postlotse.support.ScriptedServer;

/** Thousands may want to be checked at once; the servers notice only as many as are allowed. */
class PlacesTest {
    private static final Play PLAY = Play.of(Protocol.IMAP);
    private static final Bench BENCH = new Bench();

    @Test
    void are_limited_for_each_server_and_given_back() throws Exception {
        var places = new Places(1, 10);
        var server = Bench.server(Protocol.IMAP);
        var none = Deadline.in(Duration.ofMillis(4));

        try (var _ = places.take(server, none)) {
            assertThat(refused(places, Protocol.IMAP)).isTrue();
        }
        assertThat(refused(places, Protocol.IMAP)).isFalse();
    }

    @Test
    void are_limited_in_all() throws Exception {
        var places = new Places(10, 1);
        try (var _ = places.take(
                new org.postlotse.catalogue.Server(
                        Protocol.SMTP,
                        new org.postlotse.catalogue.Host("other.example.org"),
                        new org.postlotse.catalogue.Port(465),
                        org.postlotse.catalogue.ConnectionSecurity.TLS),
                Deadline.in(Bench.LONG))) {
            assertThat(refused(places, Protocol.IMAP)).isTrue();
        }
        assertThat(refused(places, Protocol.IMAP)).isFalse();
    }

    /** The server holds all who got in until everybody else has been turned away: nobody is kept in a queue. */
    @Test
    void hold_against_thousands_at_once() throws Exception {
        int allowed = 25;
        int customers = 2_000;
        var gate = new Gate();
        var restraint = TestRestraint.with(new Places(allowed, 1_000), Set.of());
        var script = PLAY.spoilt(Moment.LOGIN, gate.pass(), say("{tag} OK in"), hear());
        try (var server = ScriptedServer.playing(BENCH.goodTls, script);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> verdicts = new ArrayList<>();
            for (int i = 0; i < customers; i++)
                verdicts.add(threads.submit(
                        () -> BENCH.ask(restraint, Bench.server(PLAY, server.port()), Duration.ofSeconds(20))));
            int busy = 0;
            while (busy < customers - allowed)
                busy = (int) verdicts.stream().filter(Future::isDone).count();
            gate.open();
            var kinds = new ArrayList<String>();
            for (var verdict : verdicts) kinds.add(verdict.get().kind());

            assertThat(server.mostAtOnce()).isEqualTo(allowed);
            assertThat(kinds.stream().collect(Collectors.groupingBy(kind -> kind, Collectors.counting())))
                    .containsEntry(new Working().kind(), (long) allowed)
                    .containsEntry(new Busy().kind(), (long) customers - allowed);
        }
    }

    @Test
    void let_everybody_in_who_can_wait_a_moment() throws Exception {
        var restraint = TestRestraint.with(new Places(8, 1_000), Set.of());
        try (var server = ScriptedServer.playing(BENCH.goodTls, PLAY.good());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var verdicts = new ArrayList<Future<Verdict>>();
            for (int i = 0; i < 200; i++)
                verdicts.add(threads.submit(
                        () -> BENCH.ask(restraint, Bench.server(PLAY, server.port()), Duration.ofSeconds(60))));
            for (var verdict : verdicts) assertThat(verdict.get()).isEqualTo(new Working());
        }
    }

    private static boolean refused(Places places, Protocol protocol) throws InterruptedException {
        try (var _ = places.take(Bench.server(protocol), Deadline.in(Duration.ofMillis(4)))) {
            return false;
        } catch (EarlyVerdict full) {
            assertThat(full.verdict()).isEqualTo(new Busy());
            return true;
        }
    }
}
