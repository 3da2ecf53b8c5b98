package org.postlotse.evidence;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What a source has told.
 *
 * @param name a file's path, {@code syslog and HTTP}, or a topic
 * @param lines all of them
 * @param dialects how many of them each kind of mail server wrote
 * @param logins log-ins of customers
 * @param leftOut log-ins that are no customer's, by the reason
 * @param unread lines in no known form, and such that look like log-ins but can not be read, by what kind they are
 * @param lost lines that a machine's own logger says it threw away
 */
public record SourceReport(
        String name,
        long lines,
        Map<String, Long> dialects,
        long logins,
        Map<Judgement.Reason, Long> leftOut,
        Map<String, Samples.Kind> unread,
        long lost) {
    /** Of a source that has told nothing. */
    static SourceReport nothing(String name) {
        return new SourceReport(name, 0, Map.of(), 0, Map.of(), Map.of(), 0);
    }

    static SourceReport of(String name, LogReader.Tally tally, Counts counts) {
        return new SourceReport(
                name,
                tally.lines(),
                Map.copyOf(tally.dialects()),
                counts.logins(),
                Map.copyOf(counts.leftOut()),
                sum(tally.strange().copy(), counts.puzzles().copy(), Samples.Kind::and),
                tally.lost());
    }

    /** With what the same source told before or after. */
    SourceReport and(SourceReport more) {
        return new SourceReport(
                name,
                lines + more.lines,
                sum(dialects, more.dialects, Long::sum),
                logins + more.logins,
                sum(leftOut, more.leftOut, Long::sum),
                sum(unread, more.unread, Samples.Kind::and),
                lost + more.lost);
    }

    private static <K, V> Map<K, V> sum(Map<K, V> one, Map<K, V> other, BinaryOperator<V> add) {
        var sum = new TreeMap<>(one);
        other.forEach((key, value) -> sum.merge(key, value, add));
        return Map.copyOf(sum);
    }

    /** Of all kinds. */
    public long unreadLines() {
        return unread.values().stream().mapToLong(Samples.Kind::count).sum();
    }
}
