package org.postlotse.probe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Remembers for a while that somebody was checked: on one node or, with a shared database, on all of them. */
public interface Journal {
    /**
     * Notes one attempt under all its subjects. Until something else is known it counts as failed.
     *
     * @param subjects digests, each at most 64 characters; never names
     */
    void note(UUID attempt, List<String> subjects, Instant at);

    /** Takes an attempt back, as if it had never been noted. */
    void withdraw(UUID attempt);

    /** This attempt did not fail. */
    void clear(UUID attempt);

    /** No attempt of this subject so far failed; other subjects of the same attempts keep theirs. */
    void forgive(String subject);

    /** What was noted of the subject after this moment. */
    Tally count(String subject, Instant after);

    /**
     * How often.
     *
     * @param attempts of any result
     * @param failures those of them that failed
     */
    record Tally(long attempts, long failures) {}

    /** When the attempt was noted after which {@code newer} more came; empty when there are not so many. */
    Optional<Instant> noted(String subject, boolean failedOnly, Instant after, long newer);

    /** Forgets every attempt before this moment. */
    void forget(Instant before);

    /** The key that all nodes share: this one, if there was none before. */
    byte[] key(byte[] fresh);
}
