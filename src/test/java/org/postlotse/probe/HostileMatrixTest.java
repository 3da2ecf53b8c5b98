package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postlotse.support.ScriptedServer;

/** Everything that a broken or hostile server may do, in every protocol, over TLS and STARTTLS; counted in a table. */
class HostileMatrixTest {
    private static final Duration SHORT = Duration.ofMillis(900);
    private static final Duration GRACE = Duration.ofMillis(250);
    private static final int AT_ONCE = 40;

    private static final Bench BENCH = new Bench();
    private static final List<Hostile> ALL = Stream.of(
                    Misbehaviours.all(),
                    Tricks.all(),
                    HandshakeTricks.all(),
                    CertificateZoo.all(BENCH),
                    HostilityTest.upgrades().map(HostileMatrixTest::hostile),
                    HostilityTest.others().map(HostileMatrixTest::hostile))
            .flatMap(each -> each)
            .toList();
    private static final Map<Hostile, Measured> MEASURED = new LinkedHashMap<>();

    /** What came out, how long after the deadline, and how many octets were read. */
    private record Measured(Verdict verdict, Duration late, int octets) {
        boolean tooLate() {
            return late.compareTo(GRACE) > 0;
        }

        boolean tooMuch() {
            return octets > GuardedSocket.BUDGET;
        }
    }

    private static Hostile hostile(HostilityTest.Case given) {
        return Hostile.of(given.play(), "words: " + given.told(), given.told(), given.script());
    }

    static Stream<Hostile> all() {
        return ALL.stream();
    }

    @BeforeAll
    static void ask_all_of_them() throws InterruptedException {
        askUntilRight(ALL.stream().filter(each -> !each.waits()).toList(), Bench.LONG);
        askUntilRight(ALL.stream().filter(Hostile::waits).toList(), SHORT);
    }

    /** A machine with too much to do may not come to the moment in question in time: then there has to be more of it. */
    private static void askUntilRight(List<Hostile> all, Duration time) throws InterruptedException {
        ask(all, time);
        for (int times = 4; times <= 16; times *= 4)
            ask(all.stream().filter(each -> !right(each)).toList(), time.multipliedBy(times));
    }

    private static void ask(List<Hostile> all, Duration time) throws InterruptedException {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            var playing = some.stream()
                    .map(each -> ScriptedServer.playing(each.tls().orElse(BENCH.goodTls), each.script()))
                    .toList();
            try (var secret = Secret.of("sesame".toCharArray())) {
                var deadline = Deadline.in(time);
                var end = System.nanoTime() + time.toNanos();
                var probes = new ArrayList<Probe>();
                for (int i = 0; i < some.size(); i++) {
                    var server = Bench.server(some.get(i).play(), playing.get(i).port());
                    probes.add(new Probe(server, Optional.of(BENCH.login(secret)), deadline, BENCH.means()));
                }
                probes.forEach(probe -> Thread.ofVirtual().start(probe));
                for (int i = 0; i < some.size(); i++) {
                    var verdict = probes.get(i)
                            .finding(deadline.remaining().plus(GRACE))
                            .verdict();
                    var late = Duration.ofNanos(Math.max(0, System.nanoTime() - end));
                    MEASURED.put(
                            some.get(i),
                            new Measured(verdict, late, probes.get(i).octets()));
                }
                deadline.strike();
            }
            playing.forEach(ScriptedServer::close);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void is_told_for_what_it_is(Hostile hostile) {
        var verdict = measured(hostile).verdict();

        assertThat(verdict.kind()).as("%s", verdict).isEqualTo(hostile.told());
        assertThat(right(hostile)).as("%s", verdict).isTrue();
    }

    private static boolean right(Hostile hostile) {
        var verdict = measured(hostile).verdict();
        var stage = switch (verdict) {
            case Verdict.Silent silent -> Optional.of(silent.stage());
            case Verdict.ProtocolBroken broken -> Optional.of(broken.stage());
            default -> Optional.<Stage>empty();
        };
        boolean rightStage =
                stage.isEmpty() || hostile.stage().isEmpty() || hostile.stage().equals(stage);
        return verdict.kind().equals(hostile.told()) && rightStage;
    }

    @Test
    void is_counted() {
        System.out.println("hostile servers | behaviours | wrong verdicts | later than 250 ms | over the budget");
        var plays = new TreeMap<String, Play>();
        Play.all().forEach(play -> plays.put(play.toString(), play));
        plays.forEach(
                (name, play) -> System.out.println(row(name, each -> each.play().equals(play))));
        System.out.println(row("all", each -> true));

        assertThat(ALL).hasSizeGreaterThan(450);
        assertThat(count(each -> !right(each))).isZero();
        assertThat(count(each -> measured(each).tooMuch())).isZero();
        for (var protocol : org.postlotse.catalogue.Protocol.values())
            assertThat(count(each -> each.play().protocol() == protocol)).isGreaterThan(150);
        // a machine with too much to do is late, but nothing hangs
        assertThat(ALL).allSatisfy(each -> assertThat(measured(each).late()).isLessThan(GRACE.plusSeconds(2)));
    }

    private static String row(String name, Predicate<Hostile> which) {
        return "%-15s | %10d | %14d | %17d | %15d"
                .formatted(
                        name,
                        count(which),
                        count(which.and(each -> !right(each))),
                        count(which.and(each -> measured(each).tooLate())),
                        count(which.and(each -> measured(each).tooMuch())));
    }

    private static long count(Predicate<Hostile> which) {
        return ALL.stream().filter(which).count();
    }

    private static Measured measured(Hostile hostile) {
        return Objects.requireNonNull(MEASURED.get(hostile));
    }
}
