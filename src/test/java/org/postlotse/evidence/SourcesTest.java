package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a source told is added up over all its readings, and nobody's name is in what could not be read. */
class SourcesTest {
    private static final String LOGIN =
            "2026-11-22T08:00:00+00:00 mx dovecot: imap-login: Login: user=<%s>, method=PLAIN, rip=203.0.113.20,"
                    + " lip=198.51.100.11, session=<%s>";

    private final Sources sources = new Sources();

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
