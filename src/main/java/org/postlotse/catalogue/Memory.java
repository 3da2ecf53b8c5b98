package org.postlotse.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What a source said, remembered for as long as it said. Whatever it last said is used on while it is silent (RFC 8767
 * gives DNS the same advice). Strangers can make it ask for as many names as they like; so only a few questions are
 * under way at once, one for each name, and the noes that they leave never displace a yes.
 */
final class Memory<K, V> {
    private static final Logger LOG = System.getLogger(Memory.class.getName());
    private static final int MOST_YES = 100_000;
    private static final int MOST_NO = 10_000;
    private static final int MOST_AT_ONCE = 8;
    /** One broken name of somebody else's is no news; so many silences in a row are. */
    private static final int NEWS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    /** After a silence; RFC 8767 §5 wants 30 seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** RFC 8767 §5: from one to three days. */
    private static final Duration STALE = Duration.ofDays(3);

    private final String id;
    private final Function<K, Said<V>> source;
    private final Clock clock;
    private final Map<K, Remembered<V>> yes = Recent.atMost(MOST_YES);
    private final Map<K, Remembered<V>> no = Recent.atMost(MOST_NO);
    private final Map<K, CompletableFuture<Optional<V>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final AtomicInteger silences = new AtomicInteger();
    private volatile Optional<String> complaint = Optional.empty();

    Memory(String id, Function<K, Said<V>> source, Clock clock) {
        this.id = id;
        this.source = source;
        this.clock = clock;
    }

    /** What a source says, whatever about. */
    sealed interface Said<V> {
        record Yes<V>(V value, Duration keep) implements Said<V> {}

        record No<V>(Duration keep) implements Said<V> {}

        record Nothing<V>(String why) implements Said<V> {}
    }

    /**
     * What was said.
     *
     * @param fresh until when it is believed
     * @param usable until when it is better than nothing
     */
    private record Remembered<V>(Optional<V> value, Instant fresh, Instant usable) {}

    /** Why nothing is said now; empty when all is well. */
    Optional<String> complaint() {
        return complaint;
    }

    Optional<V> of(K name) {
        var known = Optional.ofNullable(yes.get(name)).or(() -> Optional.ofNullable(no.get(name)));
        if (known.filter(one -> clock.instant().isBefore(one.fresh())).isPresent())
            return known.get().value();
        var mine = new CompletableFuture<Optional<V>>();
        var earlier = underWay.putIfAbsent(name, mine);
        if (earlier != null) return earlier.join();
        try {
            mine.complete(settle(name, inTurn(name), known));
        } finally {
            underWay.remove(name);
            mine.complete(Optional.empty()); // only where something is broken: nobody waits for ever
        }
        return mine.join();
    }

    private Said<V> inTurn(K name) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                return new Said.Nothing<>("too many questions at once");
            try {
                return source.apply(name);
            } finally {
                turns.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Said.Nothing<>("interrupted");
        }
    }

    private Optional<V> settle(K name, Said<V> said, Optional<Remembered<V>> known) {
        return switch (said) {
            case Said.Yes<V>(var value, var keep) -> spoken(name, Optional.of(value), keep);
            case Said.No<V>(var keep) -> spoken(name, Optional.empty(), keep);
            case Said.Nothing<V>(var why) -> silent(name, why, known);
        };
    }

    private Optional<V> spoken(K name, Optional<V> value, Duration keep) {
        if (complaint.isPresent()) LOG.log(Level.INFO, "source {0} answers again", id);
        complaint = Optional.empty();
        silences.set(0);
        var now = clock.instant();
        keep(name, new Remembered<>(value, now.plus(bounded(keep)), now.plus(STALE)));
        return value;
    }

    private Optional<V> silent(K name, String why, Optional<Remembered<V>> known) {
        if (silences.incrementAndGet() >= NEWS) {
            if (complaint.isEmpty())
                LOG.log(Level.WARNING, "source {0} does not answer; what it said last is used on: {1}", id, why);
            complaint = Optional.of(why);
        }
        var now = clock.instant();
        var last = known.filter(one -> now.isBefore(one.usable()));
        var value = last.flatMap(Remembered::value);
        keep(
                name,
                new Remembered<>(
                        value, now.plus(PAUSE), last.map(Remembered::usable).orElse(now)));
        return value;
    }

    private void keep(K name, Remembered<V> one) {
        (one.value().isPresent() ? no : yes).remove(name);
        (one.value().isPresent() ? yes : no).put(name, one);
    }

    private static Duration bounded(Duration keep) {
        if (keep.compareTo(SHORTEST) < 0) return SHORTEST;
        return keep.compareTo(LONGEST) > 0 ? LONGEST : keep;
    }
}
