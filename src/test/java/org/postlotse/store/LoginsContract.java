package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.evidence.Sightings.CLEAR_TEXT;
import static org.postlotse.evidence.Sightings.SECURE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Fingerprint;
import org.postlotse.evidence.Lately;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.Sighting;
import org.postlotse.evidence.Sightings;

/** What keeps log-ins, on any database. */
abstract class LoginsContract {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Lately NOW = Lately.at(Instant.parse("2026-11-23T12:00:00Z"), TODAY);

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
    void log_ins_of_one_kind_are_one_device() {
        keep(Sightings.of(anna, CLEAR_TEXT, "203.0.113.20", "2026-11-20T08:00:00Z", "2026-11-20T04:59:59Z"));
        keep(Sightings.of(anna, CLEAR_TEXT, "203.0.113.99", "2026-11-22T08:00:00Z"));
        keep(Sightings.of(anna, SECURE, "2001:db8::1", "2026-11-23T08:00:00Z"));

        assertThat(devices(anna))
                .containsExactly(
                        new Device(
                                mailbox(anna),
                                SECURE,
                                Instant.parse("2026-11-23T08:00:00Z"),
                                Instant.parse("2026-11-23T08:00:00Z"),
                                1,
                                TODAY,
                                Optional.empty(),
                                false,
                                "2001:db8::1"),
                        new Device(
                                mailbox(anna),
                                CLEAR_TEXT,
                                Instant.parse("2026-11-20T04:59:59Z"),
                                Instant.parse("2026-11-22T08:00:00Z"),
                                3,
                                LocalDate.parse("2026-11-22"),
                                Optional.of(LocalDate.parse("2026-11-20")),
                                true,
                                "203.0.113.99"));
        assertThat(logins.days(mailbox(anna)))
                .containsExactly(
                        new Logins.Day(TODAY, SECURE, 1),
                        new Logins.Day(LocalDate.parse("2026-11-22"), CLEAR_TEXT, 1),
                        new Logins.Day(LocalDate.parse("2026-11-20"), CLEAR_TEXT, 2));
    }

    @Test
    void logs_may_be_read_in_any_order() {
        keep(Sightings.of(anna, CLEAR_TEXT, "203.0.113.9", "2026-11-22T08:00:00Z"));
        keep(Sightings.of(anna, CLEAR_TEXT, "203.0.113.1", "2026-11-10T08:00:00Z", "2026-11-12T08:00:00Z"));
        keep(Sightings.of(anna, CLEAR_TEXT, "203.0.113.2", "2026-11-11T08:00:00Z"));

        var device = devices(anna).getFirst();
        assertThat(device.first()).isEqualTo("2026-11-10T08:00:00Z");
        assertThat(device.last()).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(device.network()).isEqualTo("203.0.113.9");
        assertThat(device.lastDay()).isEqualTo("2026-11-22");
        assertThat(device.dayBefore()).contains(LocalDate.parse("2026-11-12"));
        assertThat(device.logins()).isEqualTo(4);
    }

    @Test
    void what_was_taken_back_is_gone() {
        keep(Sightings.of(anna, SECURE, "203.0.113.20", "2026-11-22T08:00:00Z", "2026-11-23T08:00:00Z"));

        keep(Sightings.withdrawn(anna, SECURE, "2026-11-23"));
        assertThat(devices(anna))
                .singleElement()
                .satisfies(device -> assertThat(device.logins()).isEqualTo(1));
        keep(Sightings.withdrawn(anna, SECURE, "2026-11-22"));

        assertThat(devices(anna)).isEmpty();
        assertThat(logins.days(mailbox(anna))).isEmpty();
    }

    @Test
    void a_mailbox_is_insecure_when_one_device_is_on_two_days_and_lately() {
        keep(Sightings.of(anna, CLEAR_TEXT, "", "2026-11-15T08:00:00Z", "2026-11-22T08:00:00Z"));
        keep(Sightings.of("once@" + domain, CLEAR_TEXT, "", "2026-11-22T08:00:00Z", "2026-11-22T09:00:00Z"));
        keep(Sightings.of("past@" + domain, CLEAR_TEXT, "", "2026-11-10T08:00:00Z", "2026-11-15T08:00:00Z"));
        keep(Sightings.of("rare@" + domain, CLEAR_TEXT, "", "2026-11-01T08:00:00Z", "2026-11-22T08:00:00Z"));
        keep(Sightings.of("fine@" + domain, SECURE, "", "2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z"));

        var found = insecure();

        assertThat(found).singleElement().satisfies(device -> {
            assertThat(device.mailbox()).isEqualTo(mailbox(anna));
            assertThat(device.insecure(NOW)).isTrue();
        });
        for (var name : List.of("once", "past", "rare", "fine"))
            assertThat(devices(name + "@" + domain).getFirst().insecure(NOW))
                    .as(name)
                    .isFalse();
        assertThat(logins.insecureMailboxes(NOW).get("no-encryption")).isPositive();
    }

    @Test
    void insecure_mailboxes_come_in_pages_and_never_in_parts() {
        var weak = new Fingerprint(LoginProtocol.SMTP, Encryption.TLS, "TLSv1", "PLAIN", "", "");
        for (var name : List.of("a", "b", "c"))
            for (var how : List.of(CLEAR_TEXT, weak))
                keep(Sightings.of(name + "@" + domain, how, "", "2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z"));

        var names = new ArrayList<String>();
        var page = logins.insecure(NOW, "a@" + domain + "!", 2);
        page.forEach(device -> names.add(device.mailbox().normalised()));

        assertThat(names.subList(0, 2)).containsOnly("b@" + domain);
        assertThat(names.subList(2, 4)).hasSize(2).doesNotContain("b@" + domain);
        assertThat(names).hasSize(4);
    }

    @Test
    void a_mailbox_is_forgotten_and_no_other() {
        keep(Sightings.of(anna, SECURE, "", "2026-11-22T08:00:00Z"));
        keep(Sightings.of(anna, CLEAR_TEXT, "", "2026-11-22T08:00:00Z"));
        keep(Sightings.of("b" + anna, CLEAR_TEXT, "", "2026-11-22T08:00:00Z"));

        assertThat(logins.forget(mailbox("ANNA@" + domain))).isEqualTo(2);

        assertThat(devices(anna)).isEmpty();
        assertThat(logins.days(mailbox(anna))).isEmpty();
        assertThat(devices("b" + anna)).hasSize(1);
    }

    @Test
    void addresses_shrink_to_networks_with_time() {
        keep(Sightings.of(anna, SECURE, "203.0.113.20", "2026-10-01T08:00:00Z"));
        keep(Sightings.of("b" + anna, SECURE, "2001:db8:1:2ff:3::4", "2026-10-01T08:00:00Z"));
        keep(Sightings.of("c" + anna, SECURE, "203.0.113.20", "2026-11-01T08:00:00Z"));
        keep(Sightings.of("d" + anna, SECURE, "#0123456789ab", "2026-10-01T08:00:00Z"));

        assertThat(logins.shorten(Instant.parse("2026-10-24T00:00:00Z"))).isGreaterThanOrEqualTo(3);

        assertThat(devices(anna).getFirst().network()).isEqualTo("203.0.113.0/24");
        assertThat(devices("b" + anna).getFirst().network()).isEqualTo("2001:db8:1:200:0:0:0:0/56");
        assertThat(devices("c" + anna).getFirst().network()).isEqualTo("203.0.113.20");
        assertThat(devices("d" + anna).getFirst().network()).isEmpty();
    }

    @Test
    void what_is_old_is_forgotten() {
        keep(Sightings.of(anna, CLEAR_TEXT, "", "1999-11-22T08:00:00Z"));
        keep(Sightings.of(anna, SECURE, "", "1999-11-22T08:00:00Z", "2026-11-22T08:00:00Z"));

        assertThat(logins.expire(LocalDate.parse("2000-01-01"))).isEqualTo(1);

        assertThat(devices(anna)).extracting(Device::fingerprint).containsExactly(SECURE);
        assertThat(logins.days(mailbox(anna)))
                .containsExactly(new Logins.Day(LocalDate.parse("2026-11-22"), SECURE, 1));
    }

    @Test
    void all_nodes_digest_addresses_alike() {
        assertThat(logins.digestKey()).hasSize(32).isEqualTo(logins.digestKey());
    }

    private void keep(Sighting sighting) {
        logins.keep(List.of(sighting), Optional.empty());
    }

    private List<Device> devices(String mailbox) {
        return logins.devices(mailbox(mailbox));
    }

    private List<Device> insecure() {
        return logins.insecure(NOW, "", 1_000_000).stream()
                .filter(device -> device.mailbox().domain().name().equals(domain))
                .toList();
    }

    private static EmailAddress mailbox(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }
}
