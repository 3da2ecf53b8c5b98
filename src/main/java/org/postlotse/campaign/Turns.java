package org.postlotse.campaign;

import java.time.Instant;
import java.util.Optional;

/** Whose turn it is to send a letter: one row that all nodes share, so that the rate is that of all of them together. */
public interface Turns {
    /**
     * Takes the next turn.
     *
     * @return the moment at which this one letter may go; empty when as many went in this hour as may
     */
    Optional<Instant> take(Instant now, Rate rate);

    /**
     * How many letters all nodes together may send.
     *
     * @param perSecond 1 to 1000
     * @param perHour from full hour to full hour
     */
    record Rate(int perSecond, int perHour) {}
}
