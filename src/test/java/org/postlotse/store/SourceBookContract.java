package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.evidence.Judgement;
import org.postlotse.evidence.Samples;
import org.postlotse.evidence.SourceBook;
import org.postlotse.evidence.SourceReport;

/** What the sources of all nodes told, on any database. */
abstract class SourceBookContract {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final String LOG = "/var/log/mail.log";

    private String one = "";
    private String other = "";
    private SourceBook book = new JdbcSourceBook(new Database(new JdbcDataSource()));

    /** A database of this kind; it need not be empty. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        var database = database();
        Flyway.configure().dataSource(database).load().migrate();
        book = new JdbcSourceBook(new Database(database));
        book.expire(LocalDate.parse("2100-01-01"));
        one = "a" + UUID.randomUUID();
        other = "b" + UUID.randomUUID();
    }

    @Test
    void every_nodes_sources_are_added_up_day_by_day() {
        book.add(node(one, 0), List.of(report(LOG, 10, "first", "second", "third")));
        book.add(node(one, 60), List.of(report(LOG, 5, "fourth")));
        book.add(node(one, 120), List.of(nothing(LOG)));
        book.add(node(other, 30), List.of(nothing("Kafka: mail"), report(LOG, 7)));
        book.add(
                new SourceBook.Node(other, NOON.minusSeconds(86_400), TODAY.minusDays(1)), List.of(report(LOG, 1_000)));

        var accounts = book.since(TODAY);
        assertThat(accounts)
                .extracting(account -> account.node() + " " + account.report().name())
                .containsExactly(one + " " + LOG, other + " " + LOG, other + " Kafka: mail");
        assertThat(accounts.getFirst().report())
                .isEqualTo(new SourceReport(
                        LOG,
                        15,
                        Map.of("dovecot", 15L),
                        15,
                        Map.of(Judgement.Reason.STRANGER, 2L),
                        Map.of("unknown form", new Samples.Kind(4, List.of("fourth"))),
                        15));
        assertThat(accounts.getFirst().heard()).isEqualTo(NOON.plusSeconds(120));
        assertThat(accounts.getFirst().lastLine()).contains(NOON.plusSeconds(60));
        assertThat(accounts.get(1).report().lines()).isEqualTo(7);
        assertThat(accounts.get(2).lastLine()).isEmpty();
        assertThat(book.since(TODAY.minusDays(1)).get(1).report().lines()).isEqualTo(1_007);
    }

    @Test
    void a_node_that_is_gone_is_forgotten_with_all_that_it_told() {
        book.add(
                new SourceBook.Node(one, NOON.minusSeconds(3 * 86_400), TODAY.minusDays(3)),
                List.of(report(LOG, 1, "x")));
        book.add(node(other, 0), List.of(report(LOG, 1, "y")));

        book.expire(TODAY.minusDays(1));

        assertThat(book.since(TODAY.minusDays(9)))
                .extracting(SourceBook.Account::node)
                .containsExactly(other);
        book.add(
                node(one, 0),
                List.of(new SourceReport(
                        LOG, 1, Map.of(), 0, Map.of(), Map.of("unknown form", new Samples.Kind(1, List.of())), 0)));
        assertThat(book.since(TODAY.minusDays(9)).getFirst().report().unread())
                .isEqualTo(Map.of("unknown form", new Samples.Kind(1, List.of())));
    }

    @Test
    void processes_of_one_name_count_together_and_lose_nothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<?>>();
            for (int process = 0; process < 4; process++) {
                var sources = process % 2 == 0
                        ? List.of(report(LOG, 1, "x", "y"), report("syslog", 1, "z"))
                        : List.of(report("syslog", 1, "z"), report(LOG, 1, "x", "y"));
                done.add(threads.submit(() -> {
                    for (int i = 0; i < 10; i++) book.add(node(one, i), sources);
                }));
            }
            for (var one : done) one.get();
        }

        assertThat(book.since(TODAY))
                .extracting(account -> account.report().lines())
                .containsExactly(40L, 40L);
    }

    private static SourceBook.Node node(String name, long seconds) {
        return new SourceBook.Node(name, NOON.plusSeconds(seconds), TODAY);
    }

    private static SourceReport nothing(String source) {
        return new SourceReport(source, 0, Map.of(), 0, Map.of(), Map.of(), 0);
    }

    private static SourceReport report(String source, long lines, String... unread) {
        return new SourceReport(
                source,
                lines,
                Map.of("dovecot", lines),
                lines,
                Map.of(Judgement.Reason.STRANGER, 1L),
                unread.length == 0
                        ? Map.of()
                        : Map.of("unknown form", new Samples.Kind(unread.length, List.of(unread))),
                lines);
    }
}
