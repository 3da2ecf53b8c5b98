package org.postlotse.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postlotse.evidence.Judgement;
import org.postlotse.evidence.Samples;
import org.postlotse.evidence.SourceReport;

/** What a source told, as the table {@code log_source_day} has it: how often what kind of what was counted. */
record SourceCounts(List<Count> counts) {
    private static final String LINES = "lines";
    private static final String LOGINS = "logins";
    private static final String LOST = "lost";
    private static final String DIALECT = "dialect";
    private static final String LEFT_OUT = "left-out";
    private static final String UNREAD = "unread";

    /** @param kind empty where there is one only */
    record Count(String counted, String kind, long times) {}

    static SourceCounts of(SourceReport report) {
        var counts = new ArrayList<Count>();
        counts.add(new Count(LINES, "", report.lines()));
        counts.add(new Count(LOGINS, "", report.logins()));
        counts.add(new Count(LOST, "", report.lost()));
        report.dialects().forEach((dialect, times) -> counts.add(new Count(DIALECT, dialect, times)));
        report.leftOut().forEach((reason, times) -> counts.add(new Count(LEFT_OUT, reason.name(), times)));
        report.unread().forEach((kind, found) -> counts.add(new Count(UNREAD, kind, found.count())));
        counts.removeIf(count -> count.times() == 0);
        return new SourceCounts(counts);
    }

    /** @param day node, source and day */
    void add(Connection connection, Object[] day) throws SQLException {
        for (var count : counts) {
            Database.change(
                    connection,
                    "insert into log_source_day (node, source, on_day, counted, kind, times)"
                            + " values (?, ?, ?, ?, ?, 0) on conflict do nothing",
                    day[0],
                    day[1],
                    day[2],
                    count.counted(),
                    count.kind());
            Database.change(
                    connection,
                    "update log_source_day set times = times + ?"
                            + " where node = ? and source = ? and on_day = ? and counted = ? and kind = ?",
                    count.times(),
                    day[0],
                    day[1],
                    day[2],
                    count.counted(),
                    count.kind());
        }
    }

    /** @param samples lines of each kind that could not be read */
    SourceReport report(String source, Map<String, List<String>> samples) {
        return new SourceReport(
                source,
                one(LINES),
                kinds(DIALECT),
                one(LOGINS),
                kinds(LEFT_OUT).entrySet().stream()
                        .collect(Collectors.toMap(
                                reason -> Judgement.Reason.valueOf(reason.getKey()), Map.Entry::getValue)),
                kinds(UNREAD).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                kind -> new Samples.Kind(
                                        kind.getValue(), samples.getOrDefault(kind.getKey(), List.of())))),
                one(LOST));
    }

    private long one(String counted) {
        return kinds(counted).getOrDefault("", 0L);
    }

    private Map<String, Long> kinds(String counted) {
        return counts.stream()
                .filter(count -> count.counted().equals(counted))
                .collect(Collectors.toMap(Count::kind, Count::times));
    }
}
