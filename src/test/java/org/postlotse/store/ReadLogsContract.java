package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postlotse.evidence.Sightings.CLEAR_TEXT;
import static org.postlotse.evidence.Sightings.SECURE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.AlreadyRead;
import org.postlotse.evidence.Census;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.PortUse;
import org.postlotse.evidence.Position;
import org.postlotse.evidence.Sighting;
import org.postlotse.evidence.Sightings;

/** How far logs were read, by whichever node, and what they look like as a whole, on any database. */
abstract class ReadLogsContract {
    private String domain = "";
    private String anna = "";
    private Logins logins = StoredLogins.over(new JdbcDataSource());

    /** A database of this kind; it need not be empty. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        var database = database();
        Flyway.configure().dataSource(database).load().migrate();
        logins = StoredLogins.over(database);
        domain = "d" + UUID.randomUUID() + ".test";
        anna = "anna@" + domain;
    }

    @Test
    void who_reads_on_where_somebody_else_has_read_adds_nothing() {
        var mark = UUID.randomUUID().toString();
        var seen = Sightings.of(anna, CLEAR_TEXT, "203.0.113.20", "2026-11-20T08:00:00Z");
        logins.keep(List.of(seen), Optional.of(new Position(mark, 10, 10, List.of(), OptionalLong.of(0))));
        logins.keep(List.of(seen), Optional.of(new Position(mark, 20, 20, List.of(), OptionalLong.of(10))));

        assertThatThrownBy(() -> logins.keep(
                        List.of(seen), Optional.of(new Position(mark, 30, 30, List.of(), OptionalLong.of(10)))))
                .isInstanceOf(AlreadyRead.class);
        assertThat(devices(anna)).extracting(Device::logins).containsExactly(2L);
        assertThat(logins.position(mark)).map(Position::offset).contains(20L);
    }

    @Test
    void of_those_who_begin_a_log_at_once_one_adds_what_it_says() throws Exception {
        var begin = new Position(UUID.randomUUID().toString(), 10, 10, List.of(), OptionalLong.of(0));
        var seen = List.of(Sightings.of(anna, CLEAR_TEXT, "203.0.113.20", "2026-11-20T08:00:00Z"));

        var added = AtOnce.many(number -> {
            try {
                logins.keep(seen, Optional.of(begin));
                return true;
            } catch (AlreadyRead other) {
                return false;
            }
        });

        assertThat(added).containsOnlyOnce(true);
        assertThat(devices(anna)).extracting(Device::logins).containsExactly(1L);
    }

    @Test
    void a_batch_that_was_read_from_one_log_adds_nothing_from_another() {
        var batch = UUID.randomUUID().toString();
        var seen = Sightings.of(anna, CLEAR_TEXT, "203.0.113.20", "2026-11-20T08:00:00Z");
        var here = UUID.randomUUID().toString();
        var there = UUID.randomUUID().toString();
        logins.keep(List.of(seen), Optional.of(position(here, 0, 10, batch)));
        logins.keep(List.of(), Optional.of(position(here, 10, 20, batch))); // read again after a kill

        assertThatThrownBy(() -> logins.keep(List.of(seen), Optional.of(position(there, 0, 10, batch))))
                .isInstanceOf(AlreadyRead.class);
        assertThat(devices(anna)).extracting(Device::logins).containsExactly(1L);
        assertThat(logins.position(there)).isEmpty();
        assertThat(logins.readFrom(batch)).contains(here);

        logins.forgetBatches(Instant.now().plusSeconds(60));
        assertThat(logins.readFrom(batch)).isEmpty();
    }

    private static Position position(String mark, long before, long offset, String batch) {
        return new Position(mark, offset, offset, List.of(), OptionalLong.of(before), List.of(batch));
    }

    @Test
    void what_was_learned_and_how_far_was_read_are_kept_together_or_not_at_all() {
        var position = new Position(domain, 4711, 4000, List.of(4200L, 4300L));
        logins.keep(List.of(Sightings.of(anna, SECURE, "", "2026-11-22T08:00:00Z")), Optional.of(position));
        assertThat(logins.position(domain)).contains(position);
        assertThat(logins.position("another")).isEmpty();

        var further = new Position(domain, 9000, 9000, List.of());
        var tooLong = Sightings.of(anna, SECURE, "x".repeat(99), "2026-11-22T09:00:00Z");
        var day = someDay();
        var used = List.of(new PortUse(day, 993, 1, 0));
        assertThatThrownBy(() -> logins.keep(List.of(tooLong), used, Optional.of(further)))
                .isInstanceOf(DatabaseBroken.class);
        var stale = new Position(domain, 9000, 9000, List.of(), OptionalLong.of(4710));
        assertThatThrownBy(() -> logins.keep(List.of(), used, Optional.of(stale)))
                .isInstanceOf(AlreadyRead.class);

        assertThat(logins.position(domain)).contains(position);
        assertThat(devices(anna).getFirst().logins()).isEqualTo(1);
        assertThat(logins.portUses(day)).isEmpty();
        logins.keep(List.of(), Optional.of(further));
        assertThat(logins.position(domain)).contains(further);
    }

    /** That no other test counts on; the database is theirs, too. */
    private LocalDate someDay() {
        return LocalDate.parse("2031-01-01").plusDays(Math.floorMod(domain.hashCode(), 100_000));
    }

    @Test
    void nodes_that_write_the_same_devices_at_once_lose_nothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<?>>();
            for (int node = 0; node < 6; node++)
                done.add(threads.submit(() -> {
                    for (int i = 0; i < 10; i++)
                        logins.keep(
                                List.of(
                                        Sightings.of(anna, SECURE, "", "2026-11-22T08:00:00Z"),
                                        Sightings.of("b" + anna, SECURE, "", "2026-11-22T08:00:00Z"),
                                        Sightings.of(anna, CLEAR_TEXT, "", "2026-11-22T08:00:00Z")),
                                Optional.empty());
                }));
            for (var one : done) one.get();
        }

        assertThat(devices(anna)).extracting(Device::logins).containsExactly(60L, 60L);
        assertThat(devices("b" + anna)).extracting(Device::logins).containsExactly(60L);
    }

    @Test
    void a_port_of_TLS_where_hardly_anybody_looks_encrypted_raises_doubts() {
        var day = someDay();
        logins.keep(List.of(), List.of(new PortUse(day, 993, 4, 40), new PortUse(day, 995, 5, 45)), Optional.empty());
        logins.keep(
                List.of(),
                List.of(new PortUse(day, 993, 5, 55), new PortUse(day.minusDays(1), 993, 900, 0)),
                Optional.empty());
        logins.keep(List.of(), List.of(new PortUse(day, 995, 5, 45)), Optional.empty());

        assertThat(logins.portUses(day)).containsExactly(new PortUse(day, 993, 9, 95), new PortUse(day, 995, 10, 90));
        var census = logins.census(day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
        assertThat(census.darkPorts()).containsExactly(993); // nine in ten are not more than nine in ten
        assertThat(census.isDoubtful()).isTrue();
        logins.expire(day.plusDays(1));
        assertThat(logins.portUses(day)).isEmpty();
        assertThat(new PortUse(day, 993, 0, 99).isDoubtful()).isFalse();
    }

    @Test
    void a_crowd_behind_one_address_and_a_share_of_all_are_counted() {
        var before = logins.census(Instant.parse("2026-11-20T00:00:00Z"));
        for (int i = 0; i < 60; i++)
            keep(Sightings.of(
                    "m" + i + "@" + domain,
                    CLEAR_TEXT,
                    "2001:db8::" + domain.hashCode() % 9_999,
                    "2026-11-20T08:00:00Z"));
        for (int i = 60; i < 100; i++)
            keep(Sightings.of("m" + i + "@" + domain, SECURE, "203.0.113.20", "2026-11-20T08:00:00Z"));
        var census = logins.census(Instant.parse("2026-11-20T00:00:00Z"));

        assertThat(census.mailboxes() - before.mailboxes()).isEqualTo(100);
        assertThat(census.unencrypted() - before.unencrypted()).isEqualTo(60);
        assertThat(census.crowds() - before.crowds()).isEqualTo(1);
        assertThat(census.isDoubtful()).isTrue();
        assertThat(new Census(99, 99, 0, List.of()).isDoubtful()).isFalse();
        assertThat(new Census(1_000, 200, 0, List.of()).isDoubtful()).isFalse();
        assertThat(new Census(1_000, 201, 0, List.of()).isDoubtful()).isTrue();
    }

    private void keep(Sighting sighting) {
        logins.keep(List.of(sighting), Optional.empty());
    }

    private List<Device> devices(String mailbox) {
        return logins.devices(EmailAddress.parse(mailbox).orElseThrow());
    }
}
