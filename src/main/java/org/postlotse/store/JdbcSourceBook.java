package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postlotse.evidence.SourceBook;
import org.postlotse.evidence.SourceReport;

/** The tables {@code log_source}, {@code log_source_day} and {@code log_sample}. */
@Singleton
class JdbcSourceBook implements SourceBook {
    private static final int LONGEST_NODE = 100;
    private static final int LONGEST = 400;

    private final Database database;

    @Inject
    JdbcSourceBook(Database database) {
        this.database = database;
    }

    @Override
    public void add(Node node, Collection<SourceReport> found) {
        var sorted = found.stream()
                .sorted(Comparator.comparing(SourceReport::name)) // processes of one name wait for each other
                .toList();
        database.together(connection -> {
            for (var report : sorted) add(connection, node, report);
        });
    }

    private static void add(Connection connection, Node node, SourceReport report) throws SQLException {
        var name = cut(node.name(), LONGEST_NODE);
        var source = cut(report.name(), LONGEST);
        var now = utc(node.now());
        Database.change(
                connection,
                "insert into log_source (node, source, heard_at) values (?, ?, ?) on conflict do nothing",
                name,
                source,
                now);
        Database.change(
                connection,
                "update log_source set heard_at = ?, last_line = case when ? then ? else last_line end"
                        + " where node = ? and source = ?",
                now,
                report.lines() > 0,
                now,
                name,
                source);
        SourceCounts.of(report).add(connection, new Object[] {name, source, node.today()});
        for (var kind : report.unread().entrySet())
            replace(
                    connection,
                    new Object[] {name, source, kind.getKey()},
                    kind.getValue().lines());
    }

    private static void replace(Connection connection, Object[] kind, List<String> lines) throws SQLException {
        if (lines.isEmpty()) return;
        Database.change(connection, "delete from log_sample where node = ? and source = ? and kind = ?", kind);
        for (int i = 0; i < lines.size(); i++)
            Database.change(
                    connection,
                    "insert into log_sample (node, source, kind, place, line) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing",
                    kind[0],
                    kind[1],
                    kind[2],
                    i,
                    cut(lines.get(i), LONGEST));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** Of one source of one node. */
    private record Key(String node, String source) {}

    private record Counted(Key key, SourceCounts.Count count) {}

    private record Sample(Key key, String kind, String line) {}

    private record Known(Key key, Instant heard, @Nullable OffsetDateTime lastLine) {}

    @Override
    public List<Account> since(LocalDate day) {
        var counts = database
                .all(
                        row -> new Counted(
                                new Key(row.getString(1), row.getString(2)),
                                new SourceCounts.Count(row.getString(3), row.getString(4), row.getLong(5))),
                        "select node, source, counted, kind, cast(sum(times) as bigint) from log_source_day"
                                + " where on_day >= ? group by node, source, counted, kind",
                        day)
                .stream()
                .collect(Collectors.groupingBy(Counted::key, Collectors.mapping(Counted::count, Collectors.toList())));
        var samples = samples();
        return database
                .all(
                        row -> new Known(
                                new Key(row.getString(1), row.getString(2)),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getObject(4, OffsetDateTime.class)),
                        "select node, source, heard_at, last_line from log_source")
                .stream()
                .sorted(Comparator.comparing((Known known) -> known.key().node()) // databases sort as they like
                        .thenComparing(known -> known.key().source()))
                .map(known -> new Account(
                        known.key().node(),
                        new SourceCounts(counts.getOrDefault(known.key(), List.of()))
                                .report(known.key().source(), samples.getOrDefault(known.key(), Map.of())),
                        known.heard(),
                        Optional.ofNullable(known.lastLine()).map(OffsetDateTime::toInstant)))
                .toList();
    }

    private Map<Key, Map<String, List<String>>> samples() {
        return database
                .all(
                        row -> new Sample(
                                new Key(row.getString(1), row.getString(2)), row.getString(3), row.getString(4)),
                        "select node, source, kind, line from log_sample order by node, source, kind, place")
                .stream()
                .collect(Collectors.groupingBy(
                        Sample::key,
                        Collectors.groupingBy(Sample::kind, Collectors.mapping(Sample::line, Collectors.toList()))));
    }

    @Override
    public void expire(LocalDate before) {
        database.together(connection -> {
            Database.change(connection, "delete from log_source_day where on_day < ?", before);
            Database.change(
                    connection,
                    "delete from log_source where heard_at < ?",
                    utc(before.atStartOfDay(ZoneOffset.UTC).toInstant()));
            Database.change(
                    connection,
                    "delete from log_sample where not exists (select 1 from log_source"
                            + " where log_source.node = log_sample.node and log_source.source = log_sample.source)");
        });
    }
}
