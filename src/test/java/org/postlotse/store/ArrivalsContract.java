package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postlotse.evidence.Sightings.SECURE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Sightings;

/** Who waits for a log-in hears of it on the node that read it, on any database. */
abstract class ArrivalsContract {
    static final String NOW = "2026-11-23T12:00:00Z";
    static final Clock CLOCK = Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC);
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(300);

    String anna = "";

    abstract DataSource database();

    @BeforeEach
    void migrate() {
        Flyway.configure().dataSource(database()).load().migrate();
        anna = "anna@d" + UUID.randomUUID() + ".test";
    }

    @Test
    void a_log_in_is_told_to_who_listens_for_its_mailbox_and_to_nobody_else() throws Exception {
        try (var node = new SecondNode(database(), CLOCK);
                var hers = node.arrivals().listen(mailbox("ANNA" + anna.substring(4)));
                var others = node.arrivals().listen(mailbox("b" + anna))) {
            settle(hers);
            settle(others);

            node.keep(Sightings.of(anna, SECURE, "", NOW));

            assertThat(hers.await(PATIENCE)).isTrue();
            assertThat(others.await(MOMENT)).isFalse();
        }
    }

    @Test
    void logs_of_long_ago_and_what_was_not_kept_wake_nobody() throws Exception {
        try (var node = new SecondNode(database(), CLOCK);
                var listening = node.arrivals().listen(mailbox(anna))) {
            settle(listening);

            node.keep(Sightings.of(anna, SECURE, "", "2026-11-20T12:00:00Z"));
            assertThatThrownBy(() -> node.keep(Sightings.of(anna, SECURE, "x".repeat(99), NOW)))
                    .isInstanceOf(DatabaseBroken.class);

            assertThat(listening.await(MOMENT)).isFalse();
        }
    }

    @Test
    void who_has_gone_is_not_told() throws Exception {
        try (var node = new SecondNode(database(), CLOCK)) {
            var listening = node.arrivals().listen(mailbox(anna));
            settle(listening);
            listening.close();

            node.keep(Sightings.of(anna, SECURE, "", NOW));

            assertThat(listening.await(MOMENT)).isFalse();
        }
    }

    /** Once a node begins to hear others, it wakes everybody: something may have been missed. */
    static void settle(org.postlotse.evidence.Arrivals.Listening listening) throws InterruptedException {
        while (listening.await(MOMENT)) Thread.onSpinWait();
    }

    static EmailAddress mailbox(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }
}
