package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source told is added up over all its readings, and nobody's name is in what could not be read. */
class SourcesTest {
    private static final String LOGIN =
            "2026-11-22T08:00:00+00:00 mx dovecot: imap-login: Login: user=<%s>, method=PLAIN, rip=203.0.113.20,"
                    + " lip=198.51.100.11, session=<%s>";

    private final MemorySources book = new MemorySources();
    private final Sources sources = new Sources(book);

    @Test
    void readings_of_one_source_add_up_whoever_reads_first() {
        var one = reading("/var/log/mail.log");
        var other = reading("/var/log/mail.log");
        read(one, LOGIN.formatted("anna@hoster.example", "a"), "by bert@hoster.example in no form");
        one.keep(1);
        one.keep(2); // nothing twice
        read(other, LOGIN.formatted("bert@elsewhere.example", "b"));
        read(
                other,
                "Nov 22 08:00:00 mx rsyslogd: imjournal: 12 messages lost due to rate-limiting",
                "2026-11-22T08:00:00+00:00 mx dovecot: imap-login: Login: user=<carl@hoster.example>, half a line",
                "2026-11-22T08:00:00+00:00 mx postfix/smtpd[1]: connect from unknown[203.0.113.9]");
        other.keep(1);
        read(reading("Kafka: mail"), "not kept yet");

        assertThat(sources.reports()).hasSize(2);
        var report = sources.reports().getFirst();
        assertThat(report.name()).isEqualTo("/var/log/mail.log");
        assertThat(report.lines()).isEqualTo(6);
        assertThat(report.dialects()).isEqualTo(Map.of("dovecot", 3L, "postfix", 1L));
        assertThat(report.logins()).isEqualTo(1);
        assertThat(report.leftOut()).isEqualTo(Map.of(Judgement.Reason.STRANGER, 1L));
        assertThat(report.lost()).isEqualTo(12);
        assertThat(report.unreadLines()).isEqualTo(2);
        assertThat(report.unread().get(LogReader.UNKNOWN_FORM))
                .isEqualTo(new Samples.Kind(1, List.of("by …@hoster.example in no form")));
        assertThat(report.unread().keySet()).containsExactlyInAnyOrder("dovecot", LogReader.UNKNOWN_FORM);
        assertThat(report.unread().toString()).doesNotContain("carl", "bert");
        assertThat(sources.reports().getLast().lines()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            08:20:00 rip=203.0.113.20, lip=198.51.100.11 TLSv1.3 1.2.3 | 08:20:00 rip=…, lip=… TLSv1.3 1.2.3
            from [2001:db8::7]:4711 and fe80:1:2:3:4:5:6:7 at ::1    | from […]:4711 and … at …
            user=<anna>, session=<mWymWe1g5cnLAHEU>                 | user=<…>, session=<…>
            2026-11-22T08:00:00+00:00 anna@hoster.example           | 2026-11-22T08:00:00+00:00 …@hoster.example
            """)
    void a_sample_tells_neither_who_nor_where(String line, String shown) {
        var samples = new Samples();
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        samples.add("any", bytes, 0, bytes.length);

        assertThat(samples.of("any").lines()).containsExactly(shown);
    }

    @Test
    void what_could_not_be_written_down_is_written_down_later_and_nothing_twice() {
        var node = new SourceBook.Node("mx1", Instant.EPOCH, LocalDate.EPOCH);
        var reading = reading("mail.log");
        read(reading, "in no form", LOGIN.formatted("anna@hoster.example", "a"));
        reading.keep(1);
        book.closed = true;
        assertThatThrownBy(() -> sources.tell(node)).hasMessage("closed");
        read(reading, LOGIN.formatted("anna@hoster.example", "b"));
        reading.keep(2);
        book.closed = false;

        sources.tell(node);
        sources.tell(node);

        assertThat(book.added).extracting(SourceReport::lines).containsExactly(3L, 0L); // the second says: I am there
        assertThat(book.added).extracting(SourceReport::logins).containsExactly(2L, 0L);
        assertThat(book.added.getFirst().unread().get(LogReader.UNKNOWN_FORM))
                .isEqualTo(new Samples.Kind(1, List.of("in no form")));
        assertThat(sources.reports()).extracting(SourceReport::lines).containsExactly(3L);
    }

    private SourceReading reading(String name) {
        return TestEvidence.into(new MemoryLogins()).of(sources.account(name));
    }

    private static void read(SourceReading reading, String... lines) {
        for (var line : lines) {
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            reading.line(bytes, 0, bytes.length, 0);
        }
    }
}
