package org.postlotse.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Counts wrong codes, whatever they were for, so that nobody can try them all; over all nodes. */
@Singleton
public final class Guesses {
    /** How long guesses count. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    /** Wrong codes from one IPv4 address, or one /64 of IPv6, within {@link #LIFE}. */
    static final int MOST_OF_A_NETWORK = 12;

    static final int MOST_OF_ALL = 600;
    private static final int LINE_BYTES = 8;

    private final Lockers lockers;
    private final Clock clock;

    @Inject
    Guesses(Lockers lockers, Clock clock) {
        this.lockers = lockers;
        this.clock = clock;
    }

    /** What came of a code that was typed. */
    public sealed interface Guess<T> {
        /** It was right. */
        record Right<T>(T found) implements Guess<T> {}

        /** It was not. */
        record Wrong<T>() implements Guess<T> {}

        /** Too many wrong ones were tried. */
        record Later<T>(Duration pause) implements Guess<T> {}
    }

    /** Looks a code up, unless too many wrong ones were tried. */
    public <T> Guess<T> of(InetAddress network, Supplier<Optional<T>> lookUp) {
        var now = clock.instant();
        var line = line(network);
        var attempt = UUID.randomUUID();
        // noted before it is counted: of many at once, on many nodes even, none is overlooked
        lockers.note(attempt, line, now);
        if (exhausted(line, now)) {
            lockers.withdraw(attempt);
            return new Guess.Later<>(LIFE);
        }
        var found = lookUp.get();
        found.ifPresent(right -> lockers.withdraw(attempt));
        return found.<Guess<T>>map(Guess.Right::new).orElseGet(Guess.Wrong::new);
    }

    private boolean exhausted(String line, Instant now) {
        var tally = lockers.count(line, now.minus(LIFE));
        return tally.network() > MOST_OF_A_NETWORK || tally.all() > MOST_OF_ALL;
    }

    /** An IPv4 address, or the /64 of an IPv6 address: what one customer line has. */
    private static String line(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, LINE_BYTES) : bytes);
    }
}
