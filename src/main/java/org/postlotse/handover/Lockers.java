package org.postlotse.handover;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where sealed texts wait for their code: on one node or, with a shared database, on all of them. */
public interface Lockers {
    /**
     * Keeps a text.
     *
     * @param digest of the code, 64 characters
     * @param text at most {@link Handovers#LONGEST} characters
     * @return false when the code is in use; then nothing changed
     */
    boolean put(String digest, String text, Instant until);

    /** Takes the text away, so that of two who come at once only one gets it. Empty when there is none, or no more. */
    Optional<String> take(String digest, Instant now);

    /**
     * Notes that somebody tried a code.
     *
     * @param network at most 64 characters
     */
    void note(UUID attempt, String network, Instant at);

    /** The code was right: it does not count as guessed. */
    void withdraw(UUID attempt);

    /** How many codes were tried after this moment. */
    Tally count(String network, Instant after);

    /**
     * How many codes were tried.
     *
     * @param network from the one network
     * @param all from anywhere
     */
    record Tally(long network, long all) {}

    /** Forgets texts that nobody came for until now, and attempts before a moment. */
    void forget(Instant now, Instant attemptsBefore);
}
