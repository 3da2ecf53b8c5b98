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
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Sightings;
import org.postlotse.evidence.Trouble;

/** Who waits for a log-in hears of it on the node that read it, on any database. */
abstract class ArrivalsContract {
    static final String NOW = "2026-11-23T12:00:00Z";
    static final Clock CLOCK = Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC);
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String HERE = "203.0.113.55";
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
                var hers = node.arrivals().listen(mailbox("ANNA" + anna.substring(4)), HERE);
                var others = node.arrivals().listen(mailbox("b" + anna), HERE)) {
            settle(hers);
            settle(others);

            node.keep(Sightings.of(anna, SECURE, "", NOW));

            assertThat(hers.await(PATIENCE)).isTrue();
            assertThat(others.await(MOMENT)).isFalse();
        }
    }

    @Test
    void what_failed_where_somebody_is_wakes_them_and_nobody_elsewhere() throws Exception {
        try (var node = new SecondNode(database(), CLOCK);
                var here = node.arrivals().listen(mailbox(anna), "2001:db8:1:ff::1");
                var elsewhere = node.arrivals().listen(mailbox(anna), "2001:db8:2::1")) {
            settle(here);
            settle(elsewhere);

            node.keep(failed(NOW, "2001:db8:1:1::2", Trouble.TOO_OLD)); // the same household
            assertThat(here.await(PATIENCE)).isTrue();
            assertThat(elsewhere.await(MOMENT)).isFalse();

            settle(here);
            node.keep(failed("2026-11-23T10:59:59Z", "2001:db8:1:1::2", Trouble.TOO_OLD));
            assertThat(here.await(MOMENT)).isFalse();
        }
    }

    @Test
    void what_failed_is_told_once_of_each_kind_and_soon_forgotten() {
        var household = "2001:db8:" + Integer.toHexString(anna.hashCode() & 0xffff) + ":";
        var later = NOW.replace("12:00:00", "12:00:09");
        try (var node = new SecondNode(database(), CLOCK)) {
            node.keep(failed(later, household + "1::2", Trouble.TOO_OLD));
            node.keep(failed(NOW, household + "2::2", Trouble.TOO_OLD));
            node.keep(failed(NOW, household + "2::2", Trouble.NOT_ENCRYPTED));

            var told = node.failedAttempts()
                    .from(household + "3::3", Instant.parse(NOW).minusSeconds(1));
            assertThat(told)
                    .extracting(attempt -> attempt.trouble() + " " + attempt.service() + " " + attempt.time())
                    .containsExactly("TOO_OLD POP3 " + later, "NOT_ENCRYPTED POP3 " + NOW);
            assertThat(node.failedAttempts().from(household + "3::3", Instant.parse(NOW)))
                    .hasSize(1);
        }
        try (var node =
                new SecondNode(database(), Clock.fixed(Instant.parse(NOW).plusSeconds(3_601), ZoneOffset.UTC))) {
            node.failedAttempts().expire();
            assertThat(node.failedAttempts().from(household + "3::3", Instant.EPOCH))
                    .hasSize(1);
        }
    }

    private static FailedAttempt failed(String time, String address, Trouble trouble) {
        return new FailedAttempt(Instant.parse(time), LoginProtocol.POP3, address, trouble);
    }

    @Test
    void logs_of_long_ago_and_what_was_not_kept_wake_nobody() throws Exception {
        try (var node = new SecondNode(database(), CLOCK);
                var listening = node.arrivals().listen(mailbox(anna), HERE)) {
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
            var listening = node.arrivals().listen(mailbox(anna), HERE);
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
