package org.postlotse.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What counts as logging in again and again, until now. A single day is a visitor, a test or a guessed password.
 *
 * @param seenAfter the latest log-in is later than this
 * @param alsoAfter there is an earlier day with a log-in, and it is later than this one; empty where one day is enough
 */
public record Lately(Instant seenAfter, Optional<LocalDate> alsoAfter) {
    private static final Duration FRESH = Duration.ofDays(7);
    private static final int WITHIN_DAYS = 14;

    /** Two days, the earlier later than one. */
    public Lately(Instant seenAfter, LocalDate alsoAfter) {
        this(seenAfter, Optional.of(alsoAfter));
    }

    /** On two days of the last fourteen, the latest of them within a week. */
    public static Lately at(Instant now, LocalDate today) {
        return new Lately(now.minus(FRESH), today.minusDays(WITHIN_DAYS));
    }

    /** At any time within a week. */
    static Lately once(Instant now) {
        return new Lately(now.minus(FRESH), Optional.empty());
    }
}
