package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postlotse.support.ScriptedServer;

/**
 * Thousands of probes at good and hostile servers leave no thread, no socket and no memory behind.
 * {@code -Dtest.probes=10000} makes it long.
 */
class LeakTest {
    private static final int PROBES = Integer.getInteger("test.probes", 400);
    private static final int BATCH = 100;
    private static final File SOCKETS = new File("/proc/self/fd");

    private static final Bench BENCH = new Bench();
    /** Neither those that make a probe wait for its whole time nor those that cost the tests' own server most. */
    private static final List<Hostile> MIXED = Stream.of(Tricks.all(), HandshakeTricks.all(), Misbehaviours.all())
            .flatMap(each -> each)
            .filter(each -> !each.waits())
            .toList();

    private record State(int threads, int open, long heap) {
        static State now() throws InterruptedException {
            settle();
            var runtime = Runtime.getRuntime();
            return new State(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    Optional.ofNullable(SOCKETS.list())
                            .map(files -> files.length)
                            .orElse(0),
                    (runtime.totalMemory() - runtime.freeMemory()) / 1024);
        }

        private static void settle() {
            for (int i = 0; i < 3; i++) System.gc();
        }

        @Override
        public String toString() {
            return "%d threads, %d open files, %d KiB of heap".formatted(threads, open, heap);
        }
    }

    @Test
    void is_none() throws InterruptedException {
        // one instance for all, as the product has
        var means = new Probe.Means(
                new Resolver(Bench.LOOPBACK),
                new Tls(BENCH.trust, java.time.Clock.systemUTC()),
                TestRestraint.with(new Places(1000, 1000), Set.of()),
                time -> {});
        ask(means, 0, 2 * BATCH);
        var before = State.now();
        ask(means, 2 * BATCH, PROBES);
        var after = State.now();
        System.out.println("leaks: before " + before + "; after " + PROBES + " probes " + after);

        // 16 of the resolver's come and go, and so do the carriers of virtual threads; a leak would be of hundreds
        assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 24);
        assertThat(after.open()).isLessThanOrEqualTo(before.open() + 8);
        assertThat(after.heap()).isLessThan(before.heap() + 4 * 1024);
    }

    private static void ask(Probe.Means means, int from, int count) throws InterruptedException {
        for (int done = 0; done < count; done += BATCH) ask(means, from + done);
    }

    private static void ask(Probe.Means means, int from) throws InterruptedException {
        var some = new ArrayList<Hostile>();
        for (int i = 0; i < BATCH; i++) some.add(MIXED.get((from + i) * 7 % MIXED.size()));
        var playing = some.stream()
                .map(each -> ScriptedServer.playing(BENCH.goodTls, each.script()))
                .toList();
        var ended = new CountDownLatch(BATCH);
        try (var secret = Secret.of("sesame".toCharArray())) {
            var deadline = Deadline.in(Bench.LONG);
            for (int i = 0; i < BATCH; i++) {
                var server = Bench.server(some.get(i).play(), playing.get(i).port());
                var probe = new Probe(server, Optional.of(BENCH.login(secret)), deadline, means);
                Thread.ofVirtual().start(() -> {
                    probe.run();
                    ended.countDown();
                });
            }
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        }
        playing.forEach(ScriptedServer::close);
    }
}
