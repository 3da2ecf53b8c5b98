package org.postlotse.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Programs that were not let in just now: told to whoever is where they came from, and soon forgotten. */
public interface FailedAttempts {
    /** Adds some, and tells {@link Arrivals}; those of long ago are left out. Keeping the same again changes nothing. */
    void keep(Collection<FailedAttempt> attempts);

    /**
     * What failed since a moment at an address, or in the same household of IPv6; the latest first, each kind once.
     *
     * @param address as whoever asks comes to us
     */
    List<FailedAttempt> from(String address, Instant since);

    /** Erases what is of no more use to anybody. */
    void expire();
}
