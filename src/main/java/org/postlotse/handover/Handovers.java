package org.postlotse.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

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

    private static final int TRIES = 20;

    private final Lockers lockers;
    private final Clock clock;
    private final Guesses guesses;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Handovers(Lockers lockers, Clock clock) {
        this.lockers = lockers;
        this.clock = clock;
        guesses = new Guesses(lockers, clock);
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
        return switch (guesses.of(network, () -> lockers.take(code.digest(), clock.instant()))) {
            case Guesses.Guess.Right<String> right -> new Claim.Found(right.found());
            case Guesses.Guess.Wrong<String> wrong -> new Claim.Unknown();
            case Guesses.Guess.Later<String> later -> new Claim.Later(later.pause());
        };
    }
}
