package org.postlotse.probe;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Remembers for a while that somebody was checked: on one node or, with a shared database, on all of them. */
public interface Journal {
    /**
     * Notes one attempt under all its subjects.
     *
     * @param subjects digests, each at most 64 characters; never names
     */
    void note(UUID attempt, List<String> subjects, Instant at);

    /** Takes an attempt back, as if it had never been noted. */
    void withdraw(UUID attempt);

    /** How many attempts of the subject were noted after this moment. */
    int count(String subject, Instant after);

    /** When the oldest attempt after this moment was noted; the moment itself when there is none. */
    Instant oldest(String subject, Instant after);

    /** Forgets every attempt before this moment. */
    void forget(Instant before);
}
