package org.postlotse.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postlotse.evidence.LogReader;
import org.postlotse.evidence.SourceBook;

/**
 * One source of log lines of one node, as the desk shows it.
 *
 * @param gone when its node was heard of last, where it is not heard of any more; empty where it is
 * @param lastLine when lines were read last; empty where there was none
 * @param dialects of mail servers, with how many lines each
 * @param leftOut log-ins that are nobody's: a key below {@code desk.logs.left-out}, and how many
 * @param unread kinds of lines that were not understood, with a few of each, masked
 * @param lost lines that were thrown away before they came; empty for none
 */
record LogView(
        String node,
        String gone,
        String name,
        String lastLine,
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

    /** Nodes are heard of every few seconds. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    static LogView of(SourceBook.Account account, Numbers numbers, Instant now) {
        var report = account.report();
        boolean silent = account.heard().isBefore(now.minus(SILENT));
        return new LogView(
                account.node(),
                silent ? numbers.moment(account.heard()) : "",
                report.name(),
                account.lastLine().map(numbers::moment).orElse(""),
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
