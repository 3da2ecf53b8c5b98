package org.postlotse.probe;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postlotse.support.ScriptedServer;

/** Probes at good and hostile servers that count what they leave behind, in a process where nobody else does anything. */
final class LeakRun {
    private static final int BATCH = 100;
    private static final File OPEN = new File("/proc/self/fd");

    private static final Bench BENCH = new Bench();
    /** Neither those that make a probe wait for its whole time nor those that cost the tests' own server most. */
    private static final List<Hostile> MIXED = Stream.of(Tricks.all(), HandshakeTricks.all(), Misbehaviours.all())
            .flatMap(each -> each)
            .filter(each -> !each.waits())
            .toList();

    private LeakRun() {}

    /**
     * What a process holds.
     *
     * @param threads those of the platform, but for the carriers that the JVM itself keeps for virtual threads
     * @param sockets of whatever kind; not files, because the JVM opens its jars when it first needs them
     * @param heap KiB in use after a collection
     */
    record State(long threads, long sockets, long heap) {
        static State now() {
            // counted first: the collector would close what somebody forgot to
            long sockets = openSockets();
            settle();
            var runtime = Runtime.getRuntime();
            return new State(
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> !thread.getClass().getName().equals("jdk.internal.misc.CarrierThread"))
                            .count(),
                    sockets,
                    (runtime.totalMemory() - runtime.freeMemory()) / 1024);
        }

        private static long openSockets() {
            return Optional.ofNullable(OPEN.listFiles()).stream()
                    .flatMap(Arrays::stream)
                    .filter(State::isSocket)
                    .count();
        }

        private static boolean isSocket(File open) {
            try {
                return Files.readSymbolicLink(open.toPath()).toString().startsWith("socket:");
            } catch (IOException closedMeanwhile) {
                return false;
            }
        }

        private static void settle() {
            for (int i = 0; i < 3; i++) System.gc();
        }

        static State of(String line) {
            var parts = line.split(" ");
            return new State(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return threads + " " + sockets + " " + heap;
        }
    }

    /**
     * Prints the state after a few probes, and that after many more.
     *
     * @param arguments how many more
     */
    public static void main(String... arguments) throws InterruptedException {
        int probes = Integer.parseInt(arguments[0]);
        // one instance for all, as the product has
        var means = new Probe.Means(
                new Resolver(Bench.LOOPBACK),
                new Tls(BENCH.trust, Clock.systemUTC()),
                TestRestraint.with(new Places(1000, 1000), Set.of()),
                time -> {});
        ask(means, 0, 2 * BATCH);
        System.out.println(State.now());
        ask(means, 2 * BATCH, probes);
        System.out.println(State.now());
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
            if (!ended.await(60, TimeUnit.SECONDS)) throw new IllegalStateException("probes hang: " + ended.getCount());
        }
        playing.forEach(ScriptedServer::close);
    }
}
