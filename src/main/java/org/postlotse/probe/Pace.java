package org.postlotse.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.postlotse.catalogue.Server;

/**
 * Refuses every name and password in the same time. A server is often quicker to refuse a mailbox that does not exist
 * than a wrong password, or slower; so each refusal is held back until the slowest one of late would have come, and a
 * random moment longer.
 */
final class Pace {
    /** How long a slow refusal is remembered, once at least and twice at most. */
    private static final Duration MEMORY = Duration.ofHours(6);
    /** No refusal is held back longer: one that hung in the network for seconds sets no example. */
    static final Duration MOST = Duration.ofSeconds(4);

    private static final int JITTER_PERCENT = 25;

    private final Duration least;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<Server, Slowest> slowest = new ConcurrentHashMap<>();

    /** With the time that no refusal undercuts, even while none has been measured. */
    Pace(Duration least, Clock clock, RandomGenerator random) {
        this.least = least;
        this.clock = clock;
        this.random = random;
    }

    /** In this period and in the one before it. */
    private record Slowest(Instant begun, Duration now, Duration before) {
        Slowest at(Instant moment) {
            var age = Duration.between(begun, moment);
            if (age.compareTo(MEMORY) < 0) return this;
            boolean forgotten = age.compareTo(MEMORY.multipliedBy(2)) >= 0;
            return new Slowest(moment, Duration.ZERO, forgotten ? Duration.ZERO : now);
        }

        Slowest with(Duration took) {
            return took.compareTo(now) > 0 ? new Slowest(begun, took, before) : this;
        }

        Duration all() {
            return now.compareTo(before) > 0 ? now : before;
        }
    }

    /**
     * How much longer to wait with the answer.
     *
     * @param took from the moment at which the server got the name and the password to its refusal
     */
    Duration hold(Server server, Duration took) {
        var moment = clock.instant();
        var measured = took.compareTo(MOST) > 0 ? MOST : took;
        var known = slowest.merge(
                server,
                new Slowest(moment, measured, Duration.ZERO),
                (old, one) -> old.at(moment).with(one.now()));
        var target = known.all().compareTo(least) > 0 ? known.all() : least;
        long jitter = target.toNanos() * JITTER_PERCENT / 100;
        var until = target.plusNanos(jitter > 0 ? random.nextLong(jitter) : 0);
        return Optional.of(until.minus(took)).filter(Duration::isPositive).orElse(Duration.ZERO);
    }
}
