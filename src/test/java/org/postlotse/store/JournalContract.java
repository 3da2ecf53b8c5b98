package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.probe.Journal;

/** What a journal does on any database. */
abstract class JournalContract {
    private static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");

    private String subject = "";
    private Journal journal;

    /** A database of this kind; it need not be empty. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        subject = UUID.randomUUID().toString();
        var database = database();
        Flyway.configure().dataSource(database).load().migrate();
        journal = new JdbcJournal(new Database(database));
    }

    @Test
    void attempts_are_counted_within_a_window() {
        note(subject, NOON.minusSeconds(60));
        note(subject, NOON);
        note("another", NOON);

        assertThat(journal.count(subject, NOON.minusSeconds(61))).isEqualTo(2);
        assertThat(journal.count(subject, NOON.minusSeconds(60))).isEqualTo(1);
        assertThat(journal.count(subject, NOON)).isZero();
    }

    @Test
    void the_oldest_within_a_window_is_known() {
        note(subject, NOON.minusSeconds(60));
        note(subject, NOON);

        assertThat(journal.oldest(subject, NOON.minusSeconds(120))).isEqualTo(NOON.minusSeconds(60));
        assertThat(journal.oldest(subject, NOON.minusSeconds(60))).isEqualTo(NOON);
        assertThat(journal.oldest(subject, NOON)).isEqualTo(NOON);
    }

    @Test
    void an_attempt_can_be_taken_back_under_all_its_subjects() {
        var attempt = UUID.randomUUID();
        journal.note(attempt, List.of(subject, subject + "-network"), NOON);
        note(subject, NOON);

        journal.withdraw(attempt);

        assertThat(journal.count(subject, NOON.minus(Duration.ofHours(1)))).isEqualTo(1);
        assertThat(journal.count(subject + "-network", NOON.minus(Duration.ofHours(1))))
                .isZero();
    }

    @Test
    void what_is_old_is_forgotten() {
        note(subject, NOON.minusSeconds(60));
        note(subject, NOON);

        journal.forget(NOON);

        assertThat(journal.count(subject, NOON.minus(Duration.ofHours(1)))).isEqualTo(1);
    }

    private void note(String subject, Instant at) {
        journal.note(UUID.randomUUID(), List.of(subject), at);
    }
}
