package org.postlotse.evidence;

import java.util.Optional;

/** Tells which lines of a source announce that a batch follows, one that was handed over as a whole. */
public interface Batches {
    /** What the line announces; empty for one that is just a line. */
    Optional<Batch> in(byte[] bytes, int from, int to);

    /**
     * A batch.
     *
     * @param digest what it is known by, on every node
     * @param length in bytes, from behind the announcing line's feed
     */
    record Batch(String digest, int length) {}
}
