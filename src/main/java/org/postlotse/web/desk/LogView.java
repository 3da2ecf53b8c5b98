package org.postlotse.web.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postlotse.evidence.LogReader;
import org.postlotse.evidence.SourceReport;

/**
 * One source of log lines, as the desk shows it.
 *
 * @param dialects of mail servers, with how many lines each
 * @param leftOut log-ins that are nobody's: a key below {@code desk.logs.left-out}, and how many
 * @param unread kinds of lines that were not understood, with a few of each, masked
 * @param lost lines that were thrown away before they came; empty for none
 */
record LogView(
        String name,
        String lines,
        List<Count> dialects,
        String logins,
        List<Count> leftOut,
        List<Unread> unread,
        String lost) {
    /** How many of what. */
    record Count(String key, String number) {}

    /** @param kind a dialect, or empty for what is in no known form */
    record Unread(String kind, String number, List<String> lines) {}

    static LogView of(SourceReport report, Numbers numbers) {
        return new LogView(
                report.name(),
                numbers.of(report.lines()),
                sorted(report.dialects())
                        .map(one -> new Count(one.getKey(), numbers.of(one.getValue())))
                        .toList(),
                numbers.of(report.logins()),
                sorted(report.leftOut())
                        .map(one -> new Count(one.getKey().key(), numbers.of(one.getValue())))
                        .toList(),
                sorted(report.unread())
                        .map(one -> new Unread(
                                one.getKey().equals(LogReader.UNKNOWN_FORM) ? "" : one.getKey(),
                                numbers.of(one.getValue().count()),
                                one.getValue().lines()))
                        .toList(),
                report.lost() == 0 ? "" : numbers.of(report.lost()));
    }

    private static <K extends Comparable<K>, V> Stream<Map.Entry<K, V>> sorted(Map<K, V> map) {
        return map.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }
}
