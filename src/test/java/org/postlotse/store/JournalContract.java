package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.probe.Attempt;
import org.postlotse.probe.Journal;
import org.postlotse.probe.Standing;
import org.postlotse.probe.TestThrottle;
import org.postlotse.probe.Throttle;

/** What a journal does on any database. */
abstract class JournalContract {
    private static final Instant NOON = Instant.parse("2024-06-01T12:00:00Z");
    private static final Instant EARLY = NOON.minusSeconds(3600);

    private String subject = "";
    private DataSource database = new JdbcDataSource();
    private Journal journal = new JdbcJournal(new Database(database));

    /** A database of this kind; it need not be empty. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        subject = UUID.randomUUID().toString();
        database = database();
        Flyway.configure().dataSource(database).load().migrate();
        journal = new JdbcJournal(new Database(database));
    }

    @Test
    void attempts_are_counted_within_a_window() {
        note(subject, NOON.minusSeconds(60));
        note(subject, NOON);
        note("another", NOON);

        assertThat(count(subject, NOON.minusSeconds(61))).isEqualTo(2);
        assertThat(count(subject, NOON.minusSeconds(60))).isEqualTo(1);
        assertThat(count(subject, NOON)).isZero();
    }

    @Test
    void an_attempt_counts_as_failed_until_it_is_cleared() {
        var attempt = UUID.randomUUID();
        journal.note(attempt, List.of(subject, subject + "-network"), NOON);
        note(subject, NOON);

        journal.clear(attempt);

        assertThat(journal.count(subject, EARLY)).isEqualTo(new Journal.Tally(2, 1));
        assertThat(journal.count(subject + "-network", EARLY)).isEqualTo(new Journal.Tally(1, 0));
    }

    @Test
    void a_subject_is_forgiven_alone() {
        journal.note(UUID.randomUUID(), List.of(subject, subject + "-network"), NOON);
        note(subject, NOON);

        journal.forgive(subject);

        assertThat(journal.count(subject, EARLY)).isEqualTo(new Journal.Tally(2, 0));
        assertThat(journal.count(subject + "-network", EARLY)).isEqualTo(new Journal.Tally(1, 1));
    }

    @Test
    void it_is_known_when_the_attempt_was_that_so_many_followed() {
        var cleared = UUID.randomUUID();
        note(subject, NOON.minusSeconds(60));
        journal.note(cleared, List.of(subject), NOON.minusSeconds(30));
        journal.clear(cleared);
        note(subject, NOON);

        assertThat(journal.noted(subject, false, EARLY, 0)).contains(NOON);
        assertThat(journal.noted(subject, false, EARLY, 1)).contains(NOON.minusSeconds(30));
        assertThat(journal.noted(subject, true, EARLY, 1)).contains(NOON.minusSeconds(60));
        assertThat(journal.noted(subject, false, EARLY, 3)).isEmpty();
        assertThat(journal.noted(subject, false, NOON.minusSeconds(60), 2)).isEmpty();
    }

    @Test
    void all_nodes_agree_on_one_key() {
        var first = journal.key(new byte[] {1, 2, 3});

        assertThat(journal.key(new byte[] {4, 5, 6})).isEqualTo(first);
    }

    @Test
    void two_nodes_that_race_never_let_one_more_in_than_is_allowed() throws Exception {
        var mailbox = EmailAddress.parse(subject + "@example.test").orElseThrow();
        var admitted = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int node = 0; node < 2; node++) {
                var throttle = TestThrottle.with(new JdbcJournal(new Database(database)), NOON);
                for (int i = 0; i < 12; i++) {
                    // each from a line of its own
                    var network = InetAddress.ofLiteral("2001:db8:" + node + ":" + i + "::1");
                    threads.submit(() -> {
                        if (throttle.admit(new Attempt(mailbox, network, Standing.STRANGER))
                                instanceof Throttle.Admission.Admitted) admitted.incrementAndGet();
                    });
                }
            }
        }
        assertThat(admitted.get()).isBetween(0, 5);
        for (int i = admitted.get(); i < 5; i++)
            assertThat(TestThrottle.with(journal, NOON).admit(new Attempt(mailbox, here(), Standing.STRANGER)))
                    .isInstanceOf(Throttle.Admission.Admitted.class);
        assertThat(TestThrottle.with(journal, NOON).admit(new Attempt(mailbox, here(), Standing.STRANGER)))
                .isInstanceOf(Throttle.Admission.Refused.class);
    }

    @Test
    void an_attempt_can_be_taken_back_under_all_its_subjects() {
        var attempt = UUID.randomUUID();
        journal.note(attempt, List.of(subject, subject + "-network"), NOON);
        note(subject, NOON);

        journal.withdraw(attempt);

        assertThat(count(subject, EARLY)).isEqualTo(1);
        assertThat(count(subject + "-network", EARLY)).isZero();
    }

    @Test
    void what_is_old_is_forgotten() {
        note(subject, NOON.minusSeconds(60));
        note(subject, NOON);

        journal.forget(NOON);

        assertThat(count(subject, EARLY)).isEqualTo(1);
    }

    private static InetAddress here() {
        return InetAddress.ofLiteral("203.0.113.20");
    }

    private long count(String subject, Instant after) {
        return journal.count(subject, after).attempts();
    }

    private void note(String subject, Instant at) {
        journal.note(UUID.randomUUID(), List.of(subject), at);
    }
}
