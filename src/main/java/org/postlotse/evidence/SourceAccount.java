package org.postlotse.evidence;

import java.util.Map;
import java.util.TreeMap;

/** One source's sums: written by whoever reads it, read by whoever looks. */
final class SourceAccount {
    private final Map<String, Long> dialects = new TreeMap<>();
    private final Map<Judgement.Reason, Long> leftOut = new TreeMap<>();
    private final Samples unread = new Samples();
    private long lines;
    private long logins;
    private long lost;

    synchronized void add(LogReader.Tally tally, Counts counts) {
        lines += tally.lines();
        lost += tally.lost();
        logins += counts.logins();
        tally.dialects().forEach((dialect, count) -> dialects.merge(dialect, count, Long::sum));
        counts.leftOut().forEach((reason, count) -> leftOut.merge(reason, count, Long::sum));
        unread.add(tally.strange());
        unread.add(counts.puzzles());
    }

    synchronized SourceReport report(String name) {
        return new SourceReport(name, lines, Map.copyOf(dialects), logins, Map.copyOf(leftOut), unread.copy(), lost);
    }
}
