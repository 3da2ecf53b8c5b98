package org.postlotse.catalogue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A source whose replies are remembered for as long as they say. Whatever it last said is used on while it is silent
 * (RFC 8767 gives DNS the same advice). Strangers can make it ask for as many domains as they like; so only a few
 * questions are under way at once, one for each domain, and the noes that they leave never displace a yes.
 */
final class RememberedSource implements LookUp {
    private static final Logger LOG = System.getLogger(RememberedSource.class.getName());
    private static final int MOST_OURS = 100_000;
    private static final int MOST_OTHERS = 10_000;
    private static final int MOST_AT_ONCE = 8;
    /** One broken domain of somebody else's is no news; so many silences in a row are. */
    private static final int NEWS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    /** After a silence; RFC 8767 §5 wants 30 seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** RFC 8767 §5: from one to three days. */
    private static final Duration STALE = Duration.ofDays(3);

    private final DomainSource source;
    private final Set<String> brands;
    private final Clock clock;
    private final Map<Domain, Remembered> ours = Recent.atMost(MOST_OURS);
    private final Map<Domain, Remembered> others = Recent.atMost(MOST_OTHERS);
    private final Map<Domain, CompletableFuture<Optional<String>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final AtomicInteger silences = new AtomicInteger();
    private volatile Optional<String> complaint = Optional.empty();

    RememberedSource(DomainSource source, Set<String> brands, Clock clock) {
        this.source = source;
        this.brands = Set.copyOf(brands);
        this.clock = clock;
    }

    /**
     * A reply.
     *
     * @param fresh until when it is believed
     * @param usable until when it is better than none
     */
    private record Remembered(Optional<String> brand, Instant fresh, Instant usable) {}

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public Optional<String> complaint() {
        return complaint;
    }

    @Override
    public Optional<String> brandOf(Domain domain) {
        var known = remembered(domain);
        if (known.filter(reply -> clock.instant().isBefore(reply.fresh())).isPresent())
            return known.get().brand();
        var mine = new CompletableFuture<Optional<String>>();
        var earlier = underWay.putIfAbsent(domain, mine);
        if (earlier != null) return earlier.join();
        try {
            mine.complete(settle(domain, inTurn(domain), known));
        } finally {
            underWay.remove(domain);
            mine.complete(Optional.empty()); // only where something is broken: nobody waits for ever
        }
        return mine.join();
    }

    private Optional<Remembered> remembered(Domain domain) {
        return Optional.ofNullable(ours.get(domain)).or(() -> Optional.ofNullable(others.get(domain)));
    }

    private DomainReply inTurn(Domain domain) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                return new DomainReply.Silent("too many questions at once");
            try {
                return source.ask(domain);
            } finally {
                turns.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new DomainReply.Silent("interrupted");
        }
    }

    private Optional<String> settle(Domain domain, DomainReply reply, Optional<Remembered> known) {
        return switch (reply) {
            case DomainReply.Ours yes
            when !brands.contains(yes.brand()) ->
                silent(domain, "says brand “" + yes.brand() + "”, which there is not", known);
            case DomainReply.Ours yes -> spoken(domain, Optional.of(yes.brand()), yes.keep());
            case DomainReply.Unknown no -> spoken(domain, Optional.empty(), no.keep());
            case DomainReply.Silent silent -> silent(domain, silent.why(), known);
        };
    }

    private Optional<String> spoken(Domain domain, Optional<String> brand, Duration keep) {
        if (complaint.isPresent()) LOG.log(Level.INFO, "domain source {0} answers again", id());
        complaint = Optional.empty();
        silences.set(0);
        var now = clock.instant();
        keep(domain, new Remembered(brand, now.plus(bounded(keep)), now.plus(STALE)));
        return brand;
    }

    private Optional<String> silent(Domain domain, String why, Optional<Remembered> known) {
        if (silences.incrementAndGet() >= NEWS) {
            if (complaint.isEmpty())
                LOG.log(
                        Level.WARNING,
                        "domain source {0} does not answer; what it said last is used on: {1}",
                        id(),
                        why);
            complaint = Optional.of(why);
        }
        var now = clock.instant();
        var last = known.filter(reply -> now.isBefore(reply.usable()));
        var brand = last.flatMap(Remembered::brand);
        keep(
                domain,
                new Remembered(
                        brand, now.plus(PAUSE), last.map(Remembered::usable).orElse(now)));
        return brand;
    }

    private void keep(Domain domain, Remembered reply) {
        (reply.brand().isPresent() ? others : ours).remove(domain);
        (reply.brand().isPresent() ? ours : others).put(domain, reply);
    }

    private static Duration bounded(Duration keep) {
        if (keep.compareTo(SHORTEST) < 0) return SHORTEST;
        return keep.compareTo(LONGEST) > 0 ? LONGEST : keep;
    }
}
