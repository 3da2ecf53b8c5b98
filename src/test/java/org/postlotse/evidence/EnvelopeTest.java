package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a line was written, and that no line breaks the reading. */
class EnvelopeTest {
    private static final String LOGIN =
            "imap-login: Info: Login: user=<a@b.example>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, TLS, session=<AfzpTe1gA5TLAHEU>";

    @ParameterizedTest
    @CsvSource({
        "2027-01-01T00:30:00Z, Dec 31 23:59:59, 2026-12-31T23:59:59Z",
        "2027-01-01T00:30:00Z, Jan  1 00:00:01, 2027-01-01T00:00:01Z",
        "2026-12-31T23:30:00Z, Jan  1 00:00:01, 2027-01-01T00:00:01Z",
        "2026-11-23T12:00:00Z, Nov 25 12:00:00, 2025-11-25T12:00:00Z",
        "2026-03-01T12:00:00Z, Feb 29 12:00:00, 2024-02-29T12:00:00Z"
    })
    void a_stamp_without_a_year_is_of_the_newest_year_that_fits(String now, String stamp, String time) {
        assertThat(Heard.at(now, ZoneOffset.UTC, stamp + " " + LOGIN).logins)
                .singleElement()
                .satisfies(login -> assertThat(login.time()).isEqualTo(time));
    }

    @ParameterizedTest
    @CsvSource({
        "Jul  1 12:00:00, 2026-07-01T10:00:00Z",
        "Jan 10 12:00:00, 2026-01-10T11:00:00Z",
        "2026-07-01T12:00:00, 2026-07-01T10:00:00Z",
        "2026-07-01T12:00:00+0200, 2026-07-01T10:00:00Z",
        "2026-07-01T12:00:00.250-05:00, 2026-07-01T17:00:00.250Z",
        "2026-07-01T12:00:00.1234567Z, 2026-07-01T12:00:00.123456Z"
    })
    void a_stamp_without_a_zone_is_in_the_machines_zone(String stamp, String time) {
        assertThat(Heard.at("2026-11-23T12:00:00Z", ZoneId.of("Europe/Berlin"), stamp + " " + LOGIN).logins)
                .singleElement()
                .satisfies(login -> assertThat(login.time()).isEqualTo(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23 09:26:27.718 +0100 [15146] ",
                "2026-11-23 08:26:27.718 +0000 ",
                "2026-11-23 08:26:27.718 [15146] ",
                "2026-11-23 07:56:27.718 -0030 ",
                "2026-11-23T08:26:27.718+00:00 mx exim[15146]: ",
                "2026-11-23T08:26:27.718+00:00 mx exim[15146]: 2026-11-23 08:26:27 ",
                "2026-11-23T08:26:27.718+00:00 mx exim[15146]: 2026-11-23 09:26:27.718 +0100 [15146] ",
            })
    void Exim_stamps_its_lines_in_many_ways(String stamp) {
        var line = stamp
                + "1xVPOX-0003wI-2T <= anna@hoster.example H=(x) [203.0.113.20]:36303 I=[198.51.100.21]:587 P=esmtpa"
                + " A=plain_server:anna@hoster.example S=340";
        assertThat(Heard.in(line).logins).singleElement().satisfies(login -> {
            assertThat(login.time()).isEqualTo("2026-11-23T08:26:27.718Z");
            assertThat(login.user()).isEqualTo("anna@hoster.example");
        });
    }

    @Test
    void a_line_may_end_in_a_carriage_return() {
        assertThat(Heard.in("Nov 23 08:00:00 " + LOGIN + "\r").logins)
                .singleElement()
                .satisfies(login -> assertThat(login.session()).isEqualTo("AfzpTe1gA5TLAHEU"));
    }

    @Test
    void what_has_no_envelope_is_counted() {
        var heard = Heard.in("", "x", "half a line of nothing that anybody knows", "{\"not\": \"closed\"");

        assertThat(heard.tally().lines()).isEqualTo(4);
        assertThat(heard.tally().withoutEnvelope()).isEqualTo(4);
    }

    @Test
    void a_login_line_that_is_cut_is_said_to_puzzle() {
        assertThat(Heard.in("Nov 23 08:00:00 imap-login: Info: Login: user=<a@b.example>, meth").puzzles)
                .containsExactly("dovecot");
    }

    /** Every prefix of every real line, and lines with bytes changed: none throws, none invents what is not there. */
    @Test
    void torn_and_damaged_lines_are_read_without_complaint() throws Exception {
        var random = new Random(7);
        for (var file : List.of(
                "dovecot23-recommended.log",
                "postfix37-tlsloglevel1.log",
                "exim496-recommended-mainlog",
                "cyrus36-syslog.log",
                "courier1-syslog.log",
                "envelopes/dovecot23-syslog-rfc5424.log",
                "envelopes/postfix37-syslog-json.log",
                "journald.json")) {
            var damaged = new ArrayList<byte[]>();
            for (var line : Files.readAllLines(
                    Path.of("src/test/resources/corpus").resolve(file), StandardCharsets.ISO_8859_1)) {
                var bytes = line.getBytes(StandardCharsets.ISO_8859_1);
                for (int i = 0; i < 30; i++) damaged.add(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
                for (int i = 0; i < 30; i++) {
                    var changed = bytes.clone();
                    for (int n = random.nextInt(4); n >= 0 && changed.length > 0; n--)
                        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                    damaged.add(changed);
                }
            }
            var heard = Heard.bytes(damaged);

            assertThat(heard.tally().lines()).isEqualTo(damaged.size());
        }
    }
}
