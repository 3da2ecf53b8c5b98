package org.postlotse.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives codes out and takes them back. With 30⁶ codes, and 600 guesses in half an hour from anywhere, somebody who wants
 * any one of a thousand waiting texts has an even chance after more than two weeks.
 */
@Singleton
public final class Handovers {
    /** How long a code is good for, and how long guesses count. */
    public static final Duration LIFE = Duration.ofMinutes(30);
    /** Of a text, in characters. */
    public static final int LONGEST = 3_000;

    /** Wrong codes from one IPv4 address, or one /64 of IPv6, within {@link #LIFE}. */
    static final int MOST_OF_A_NETWORK = 12;

    static final int MOST_OF_ALL = 600;
    private static final int LINE_BYTES = 8;
    private static final int TRIES = 20;

    private final Lockers lockers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Handovers(Lockers lockers, Clock clock) {
        this.lockers = lockers;
        this.clock = clock;
    }

    /** What came of a code that was typed. */
    public sealed interface Claim {
        /** What was left for it; it is not there any more. */
        record Found(String text) implements Claim {}

        /** Nobody got this code, or it was used, or its time is over. */
        record Unknown() implements Claim {}

        /** Too many wrong ones were tried. */
        record Later(Duration pause) implements Claim {}
    }

    /**
     * Keeps a sealed text for half an hour.
     *
     * @throws IllegalArgumentException for one that is longer than {@link #LONGEST}
     */
    public Code leave(String text) {
        if (text.length() > LONGEST) throw new IllegalArgumentException("too long to be left: " + text.length());
        var now = clock.instant();
        lockers.forget(now, now.minus(LIFE));
        for (int i = 0; i < TRIES; i++) {
            var code = Code.fresh(random);
            if (lockers.put(code.digest(), text, now.plus(LIFE))) return code;
        }
        throw new IllegalStateException("no code is free");
    }

    /** Answers a code once. */
    public Claim claim(Code code, InetAddress network) {
        var now = clock.instant();
        var line = line(network);
        var attempt = UUID.randomUUID();
        // noted before it is counted: of many at once, on many nodes even, none is overlooked
        lockers.note(attempt, line, now);
        if (exhausted(line, now)) {
            lockers.withdraw(attempt);
            return new Claim.Later(LIFE);
        }
        Optional<String> text = lockers.take(code.digest(), now);
        text.ifPresent(found -> lockers.withdraw(attempt));
        return text.<Claim>map(Claim.Found::new).orElseGet(Claim.Unknown::new);
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
