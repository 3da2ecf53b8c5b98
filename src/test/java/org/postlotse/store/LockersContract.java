package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.handover.Lockers;

/** What lockers do on any database. */
abstract class LockersContract {
    private static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");

    private String digest = "";
    private DataSource database = new JdbcDataSource();
    private Lockers lockers = new JdbcLockers(new Database(database));

    /** A database of this kind; it need not be empty. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        digest = UUID.randomUUID().toString();
        database = database();
        Flyway.configure().dataSource(database).load().migrate();
        lockers = new JdbcLockers(new Database(database));
        lockers.forget(NOON.plusSeconds(1_000_000), NOON.plusSeconds(1_000_000));
    }

    @Test
    void a_text_is_taken_once() {
        assertThat(lockers.put(digest, "text „ß“", NOON)).isTrue();

        assertThat(lockers.take(digest, NOON.minusMillis(1))).contains("text „ß“");
        assertThat(lockers.take(digest, NOON.minusMillis(1))).isEmpty();
    }

    @Test
    void a_code_that_is_in_use_is_not_given_again() {
        lockers.put(digest, "first", NOON);

        assertThat(lockers.put(digest, "second", NOON.plusSeconds(9))).isFalse();
        assertThat(lockers.take(digest, NOON.minusSeconds(1))).contains("first");
    }

    @Test
    void nothing_is_taken_too_late_and_then_it_is_forgotten() {
        lockers.put(digest, "text", NOON);

        assertThat(lockers.take(digest, NOON)).isEmpty();
        lockers.forget(NOON, NOON);
        assertThat(lockers.put(digest, "next", NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void of_many_who_come_at_once_one_gets_it() throws Exception {
        lockers.put(digest, "text", NOON);
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> claim =
                    () -> lockers.take(digest, NOON.minusSeconds(1)).isPresent();
            var found = many.invokeAll(Stream.generate(() -> claim).limit(20).toList());
            int got = 0;
            for (var one : found) if (one.get()) got++;
            assertThat(got).isEqualTo(1);
        }
    }

    @Test
    void attempts_are_counted_for_a_network_and_in_all() {
        var withdrawn = UUID.randomUUID();
        lockers.note(withdrawn, digest.substring(0, 8), NOON);
        lockers.note(UUID.randomUUID(), digest.substring(0, 8), NOON);
        lockers.note(UUID.randomUUID(), "another", NOON);
        lockers.note(UUID.randomUUID(), "another", NOON.minusSeconds(60));
        lockers.withdraw(withdrawn);

        assertThat(lockers.count(digest.substring(0, 8), NOON.minusSeconds(1))).isEqualTo(new Lockers.Tally(1, 2));
        lockers.forget(NOON, NOON.minusSeconds(60));
        assertThat(lockers.count("another", NOON.minusSeconds(99))).isEqualTo(new Lockers.Tally(1, 2));
    }
}
