package org.postlotse.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whose turn it is to send a letter: one row that all nodes share, so that the rate is that of all of them together. */
public interface Turns {
    /**
     * Takes the next turns.
     *
     * @param most at most so many, at least one
     * @return when these letters may go; empty when as many went in this hour as may
     */
    Optional<Stretch> take(Instant now, Rate rate, int most);

    /**
     * Turns that follow each other as the rate allows.
     *
     * @param first the moment at which the first of the letters may go
     */
    record Stretch(Instant first, int turns) {}

    /**
     * How many letters all nodes together may send.
     *
     * @param perSecond 1 to 1000
     * @param perHour from full hour to full hour
     */
    record Rate(int perSecond, int perHour) {
        /** From one letter to the next. */
        public Duration step() {
            return Duration.ofSeconds(1).dividedBy(perSecond);
        }
    }
}
