package org.postlotse.evidence;

import java.util.function.LongConsumer;

/** Reads one source's lines in their order. */
public interface DialectReader {
    void line(Entry entry);

    /** No more lines will come: what waited for a later line is told with what is known. */
    void end();

    /**
     * Where reading must begin again so that later lines mean the same: the position of the first line that something open
     * began with; {@link Long#MAX_VALUE} when nothing is open.
     */
    default long since() {
        return Long.MAX_VALUE;
    }

    /** Names the positions of log-ins that wait for a later line. */
    default void waiting(LongConsumer positions) {}
}
