package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;

/** What becomes of log-ins: whose they are, which program did them, and whose are nobody's. */
class CollectorTest {
    private static final String LOGIN =
            "2026-11-22T08:00:00+00:00 mx dovecot: imap-login: Login: user=<%s>, method=PLAIN, rip=%s, lip=%s, session=<%s>\n";
    private static final String BEFORE =
            "2026-11-22T07:59:59+00:00 mx dovecot: imap-login: ID sent: name=%s: user=<>, rip=203.0.113.9, lip=1.2.3.4, session=<%s>\n";
    private static final String AFTER =
            "2026-11-22T08:00:01+00:00 mx dovecot: imap(anna@hoster.example)<1><%s>: ID sent: name=%s, version=115.3.1\n";

    private static final String BY_POSTFIX =
            "2026-11-22T08:00:00+00:00 mx dovecot: stats: {\"event\":\"auth_request_finished\",\"fields\":{\"success\":\"yes\",\"mechanism\":\"PLAIN\",\"transport\":\"trusted\",\"service\":\"smtp\",\"local_ip\":\"%s\",\"remote_ip\":\"203.0.113.20\",\"user\":\"anna@hoster.example\"}}\n";

    private final MemoryLogins logins = new MemoryLogins();

    @Test
    void a_program_that_says_what_it_is_after_its_log_in_is_one_device() throws IOException {
        read(login("s1"), AFTER.formatted("s1", "Thunderbird"), login("s2"));

        assertThat(logins.counted)
                .containsOnly(
                        Map.entry("anna@hoster.example IMAP NONE  PLAIN  [Thunderbird] 2026-11-22", 1),
                        Map.entry("anna@hoster.example IMAP NONE  PLAIN  [] 2026-11-22", 1));
    }

    @Test
    void also_when_what_it_says_is_read_after_the_log_in_was_kept() throws IOException {
        var reading = TestEvidence.into(logins);
        line(reading, login("s1"));
        reading.keep(100);
        assertThat(logins.counted).containsOnlyKeys("anna@hoster.example IMAP NONE  PLAIN  [] 2026-11-22");

        line(reading, AFTER.formatted("s1", "Thunderbird"));
        reading.keep(200);

        assertThat(logins.counted)
                .containsOnly(Map.entry("anna@hoster.example IMAP NONE  PLAIN  [Thunderbird] 2026-11-22", 1));
    }

    @Test
    void a_program_may_say_what_it_is_before_it_logs_in() throws IOException {
        read(BEFORE.formatted("K-9 Mail, os=Android", "s1"), login("s1"));

        assertThat(logins.counted)
                .containsOnlyKeys("anna@hoster.example IMAP NONE  PLAIN  [K-9 Mail (Android)] 2026-11-22");
    }

    @Test
    void our_own_check_is_no_log_in_of_the_customers() throws IOException {
        var reading = read(
                BEFORE.formatted("Postlotse", "s1"),
                login("s1"),
                login("s2"),
                AFTER.formatted("s2", "Postlotse"),
                login("Postlotse-1a2b"), // POP3 has no ID: there the check names its session
                BY_POSTFIX.formatted("192.0.0.8")); // and SMTP knows neither: there it says that it went nowhere

        assertThat(logins.counted).isEmpty();
        assertThat(reading.logins()).isZero();
        assertThat(reading.leftOut()).containsOnly(Map.entry(Judgement.Reason.OUR_OWN_CHECK, 4L));
    }

    @Test
    void strangers_own_networks_and_back_ends_are_left_out() throws IOException {
        var settings = TestEvidence.settings(Map.of(
                "postlotse.evidence.own-networks[0]", "10.0.0.0/8",
                "postlotse.evidence.own-networks[1]", "2001:db8:f::/48",
                "postlotse.evidence.back-ends[0]", "198.51.100.77"));
        var reading = TestEvidence.into(logins, settings);
        for (var line : new String[] {
            LOGIN.formatted("anna@elsewhere.example", "203.0.113.20", "198.51.100.11", "a"),
            LOGIN.formatted("emil", "203.0.113.20", "198.51.100.11", "b"),
            LOGIN.formatted("anna@hoster.example", "10.1.2.3", "198.51.100.11", "c"),
            LOGIN.formatted("anna@hoster.example", "2001:db8:f:1::2", "198.51.100.11", "d"),
            LOGIN.formatted("anna@hoster.example", "203.0.113.20", "198.51.100.77", "e"),
            LOGIN.formatted("ANNA@hoster.example", "203.0.113.20", "198.51.100.11", "f")
        }) line(reading, line);
        reading.keep(0);

        assertThat(reading.leftOut())
                .containsOnly(
                        Map.entry(Judgement.Reason.STRANGER, 2L),
                        Map.entry(Judgement.Reason.OWN_NETWORK, 2L),
                        Map.entry(Judgement.Reason.BACK_END, 1L));
        assertThat(logins.counted).containsOnlyKeys("anna@hoster.example IMAP NONE  PLAIN  [] 2026-11-22");
    }

    @Test
    void a_stranger_whose_domain_the_catalogue_learns_of_is_none_any_more() throws IOException {
        var served = new HashSet<String>();
        var mailboxes = new Mailboxes() {
            @Override
            public boolean has(EmailAddress address) {
                return served.contains(address.domain().name());
            }

            @Override
            public boolean isOld(String host, EmailAddress mailbox) {
                return false;
            }
        };
        var reading = TestEvidence.into(
                new SourceReading.Memory(logins, new MemoryFailures()), TestEvidence.settings(Map.of()), mailboxes);
        var line = LOGIN.formatted("anna@new.example", "203.0.113.20", "198.51.100.11", "a");
        line(reading, line);
        line(reading, line);
        reading.keep(0);
        assertThat(reading.leftOut()).containsOnly(Map.entry(Judgement.Reason.STRANGER, 2L));

        served.add("new.example");
        line(reading, line);
        reading.keep(0);

        assertThat(logins.counted).containsOnly(Map.entry("anna@new.example IMAP NONE  PLAIN  [] 2026-11-22", 1));
    }

    @Test
    void the_hoster_knows_where_TLS_ends_and_which_addresses_are_old() throws IOException {
        var settings = TestEvidence.settings(Map.of(
                "postlotse.evidence.tls-ports[0]", "1993", "postlotse.evidence.old-addresses[0]", "198.51.100.99"));
        var reading = TestEvidence.into(logins, settings);
        line(
                reading,
                "2026-11-22T08:00:00+00:00 mx dovecot: imap-login: Login: user=<anna@hoster.example>, method=PLAIN,"
                        + " rip=203.0.113.20, lip=198.51.100.99, lport=1993, session=<s>");
        reading.keep(0);

        assertThat(logins.counted).containsOnlyKeys("anna@hoster.example IMAP TLS  PLAIN 198.51.100.99 [] 2026-11-22");
    }

    @Test
    void at_a_port_of_TLS_nobody_is_blamed_for_what_a_load_balancer_did_but_it_is_counted() throws IOException {
        var at = "2026-11-22T08:00:00+00:00 mx dovecot: imap-login: Login: user=<%s>, method=PLAIN, rip=203.0.113.20,"
                + " lip=198.51.100.12, lport=%s%s, session=<%s>\n";
        read(
                at.formatted("anna@hoster.example", "993", "", "a"),
                at.formatted("anna@hoster.example", "993", "", "b"),
                at.formatted("anna@hoster.example", "993", ", TLS", "c"),
                at.formatted("anna@elsewhere.example", "993", "", "d"),
                at.formatted("anna@hoster.example", "143", "", "e"));

        assertThat(logins.uses).containsExactly(new PortUse(LocalDate.parse("2026-11-22"), 993, 1, 2));
        assertThat(logins.counted)
                .containsOnly(
                        Map.entry("anna@hoster.example IMAP UNKNOWN  PLAIN  [] 2026-11-22", 2),
                        Map.entry("anna@hoster.example IMAP TLS  PLAIN  [] 2026-11-22", 1),
                        Map.entry("anna@hoster.example IMAP NONE  PLAIN  [] 2026-11-22", 1));
    }

    @Test
    void a_port_of_TLS_is_counted_once_whenever_a_program_says_what_it_is() throws IOException {
        var encrypted = login("%s").replace("session=", "lport=993, TLS, session=");
        var reading = TestEvidence.into(logins);
        line(reading, encrypted.formatted("a"));
        line(reading, AFTER.formatted("a", "Thunderbird")); // while it waits to be counted
        line(reading, encrypted.formatted("b"));
        reading.keep(100);
        line(reading, AFTER.formatted("b", "Thunderbird")); // when it was
        line(reading, BEFORE.formatted("Thunderbird", "c")); // before it logs in
        line(reading, encrypted.formatted("c"));
        reading.keep(200);

        var day = LocalDate.parse("2026-11-22");
        assertThat(logins.uses).containsExactly(new PortUse(day, 993, 2, 0), new PortUse(day, 993, 1, 0));
        assertThat(logins.counted)
                .containsOnly(Map.entry("anna@hoster.example IMAP TLS  PLAIN  [Thunderbird] 2026-11-22", 3));
    }

    @Test
    void lines_that_can_not_be_read_are_counted_and_shown_without_names() throws IOException {
        var reading = read(
                "2026-11-22T08:00:00+00:00 mx dovecot: imap-login: Login: user=<anna@hoster.example>, nothing else",
                "no envelope at all, by bert@hoster.example \u001b[31m and so on");

        assertThat(reading.puzzles().of("dovecot").count()).isEqualTo(1);
        assertThat(reading.puzzles().of("dovecot").lines())
                .singleElement()
                .satisfies(sample -> assertThat(sample)
                        .contains("Login: user=<…@hoster.example>")
                        .doesNotContain("anna"));
        assertThat(reading.tally().strange().of("unknown form").lines())
                .containsExactly("no envelope at all, by …@hoster.example ?[31m and so on");
    }

    @Test
    void every_wrong_setting_is_named_with_what_is_right() {
        var settings = TestEvidence.settings(Map.of(
                "postlotse.evidence.own-networks[0]", "10.0.0.0/33",
                "postlotse.evidence.tls-ports[0]", "imaps",
                "postlotse.evidence.default-domain", "not a domain",
                "postlotse.evidence.exim-authenticators.x", "no mechanism",
                "postlotse.evidence.address-days", "0",
                "postlotse.evidence.digest-addresses", "maybe"));

        assertThat(settings.faults())
                .extracting(fault -> fault.key())
                .containsExactlyInAnyOrder(
                        "postlotse.evidence.own-networks[0]",
                        "postlotse.evidence.tls-ports[0]",
                        "postlotse.evidence.default-domain",
                        "postlotse.evidence.exim-authenticators.x",
                        "postlotse.evidence.address-days",
                        "postlotse.evidence.digest-addresses");
    }

    private static String login(String session) {
        return LOGIN.formatted("anna@hoster.example", "203.0.113.20", "198.51.100.11", session);
    }

    private SourceReading read(String... lines) throws IOException {
        var reading = TestEvidence.into(logins);
        for (var line : lines) line(reading, line);
        reading.keep(0);
        return reading;
    }

    private static void line(SourceReading reading, String line) throws IOException {
        LogStream.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), reading);
    }
}
