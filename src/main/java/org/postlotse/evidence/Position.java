package org.postlotse.evidence;

import java.util.List;
import java.util.OptionalLong;

/**
 * How far a log has been read. It is kept together with what was learned up to there, in one transaction.
 *
 * @param mark what the log is known by, whatever it is called today: a digest of its first line
 * @param offset where the next unread line begins, in bytes
 * @param since where reading must begin again so that lines which belong together are joined; at most {@code offset}
 * @param waiting log-ins before {@code offset} that wait for a later line and are not counted yet, by their positions
 * @param before the offset that this one follows; whoever finds another one kept must not add what he learned
 * @param batches what was handed over as a whole and is read up to there, by their digests; whoever finds one read from
 *     another log must not add what he learned
 */
public record Position(
        String mark, long offset, long since, List<Long> waiting, OptionalLong before, List<String> batches) {
    public Position {
        waiting = List.copyOf(waiting);
        batches = List.copyOf(batches);
    }

    /** One of a log whose lines come one by one. */
    public Position(String mark, long offset, long since, List<Long> waiting, OptionalLong before) {
        this(mark, offset, since, waiting, before, List.of());
    }

    /** One that is kept whatever was kept before. */
    public Position(String mark, long offset, long since, List<Long> waiting) {
        this(mark, offset, since, waiting, OptionalLong.empty());
    }

    /** The beginning of a log that was never read. */
    public static Position start(String mark) {
        return new Position(mark, 0, 0, List.of());
    }
}
