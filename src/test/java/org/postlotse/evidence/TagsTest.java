package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who wrote a line is told right, whoever wrote the lines before: what is guessed is compared. */
class TagsTest {
    private static final List<String> HOSTS = List.of(
            "mx01", "mx02", "mx1", "mx", "m", "backend-12.hoster.example", "backend-13.hoster.example", "192.0.2.10");
    private static final List<String> PROGRAMS = List.of(
            "postfix/submission/smtpd",
            "postfix/submissions/smtpd",
            "postfix/smtps/smtpd",
            "postfix/smtpd",
            "postfix/smtp",
            "postfix/qmgr",
            "postfix-in/smtpd",
            "dovecot",
            "cyrus/imap",
            "cyrus/imaps",
            "imapd",
            "x");
    private static final int LINES = 50_000;

    private final Envelope envelope =
            new Envelope(ZoneOffset.UTC, Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));
    private final Entry entry = new Entry();

    @Test
    void whoever_wrote_the_lines_before_each_is_told_for_what_it_is() {
        var random = new Random(7);
        for (int i = 0; i < LINES; i++) {
            var host = HOSTS.get(random.nextInt(HOSTS.size()));
            var program = PROGRAMS.get(random.nextInt(PROGRAMS.size()));
            int pid = random.nextBoolean() ? random.nextInt(1 << 22) : 0;
            var message = "connect from unknown[203.0.113.%d]".formatted(random.nextInt(256));
            open("Nov 23 08:26:27 " + host + " " + program + (pid > 0 ? "[" + pid + "]" : "") + ": " + message);

            assertThat(entry.host()).isEqualTo(host);
            assertThat(entry.program()).isEqualTo(program);
            assertThat(entry.pid()).isEqualTo(pid);
            assertThat(entry.text(entry.from(), entry.to())).isEqualTo(message);
        }
    }

    @Test
    void the_same_program_on_the_same_machine_has_one_tag_in_every_envelope() {
        var tag = open("Nov 23 08:26:27 mx01 postfix/smtpd[4711]: connect from unknown[203.0.113.20]");

        assertThat(open("Nov 23 08:26:28 mx01 postfix/smtpd[4712]: connect from unknown[203.0.113.20]"))
                .isSameAs(tag);
        assertThat(open("<22>1 2026-11-23T08:26:27Z mx01 postfix/smtpd 4711 - - connect from unknown[203.0.113.20]"))
                .isSameAs(tag);
        assertThat(open("Nov 23 08:26:28 mx01 postfix/smtpd2[4712]: connect from unknown[203.0.113.20]"))
                .isNotSameAs(tag);
        assertThat(open("Nov 23 08:26:28 mx012 postfix/smtpd[4712]: connect from unknown[203.0.113.20]"))
                .isNotSameAs(tag);
    }

    private Tag open(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var tag = envelope.open(bytes, 0, bytes.length, entry);
        assertThat(tag).isNotNull();
        return java.util.Objects.requireNonNull(tag);
    }
}
