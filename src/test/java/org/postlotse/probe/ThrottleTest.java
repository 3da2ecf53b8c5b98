package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.probe.Throttle.Admission.Admitted;
import org.postlotse.probe.Throttle.Admission.Refused;

class ThrottleTest {
    private static final InetAddress HOME = InetAddress.ofLiteral("203.0.113.20");

    private final Remembered journal = new Remembered();
    private Instant now = Instant.parse("2024-06-01T10:00:00Z");
    private final InstantSource watch = () -> now;
    private final Throttle throttle = new Throttle(new Limits(), journal, watch.withZone(ZoneOffset.UTC));

    @Test
    void the_sixth_attempt_for_a_mailbox_waits_until_the_first_is_forgotten() {
        for (int i = 0; i < 5; i++) {
            assertThat(admit("erika@example.test", HOME)).isInstanceOf(Admitted.class);
            now = now.plusSeconds(60);
        }
        assertThat(admit("Erika@Example.test", HOME)).isEqualTo(new Refused(Duration.ofMinutes(10)));
        now = now.plus(Duration.ofMinutes(10)).plusSeconds(1);
        assertThat(admit("erika@example.test", HOME)).isInstanceOf(Admitted.class);
    }

    @Test
    void refused_attempts_do_not_make_the_wait_longer() {
        for (int i = 0; i < 5; i++) admit("erika@example.test", HOME);
        for (int i = 0; i < 100; i++)
            assertThat(admit("erika@example.test", HOME)).isInstanceOf(Refused.class);
        now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);
        assertThat(admit("erika@example.test", HOME)).isInstanceOf(Admitted.class);
    }

    @Test
    void one_network_may_try_twenty_mailboxes() {
        for (int i = 0; i < 20; i++)
            assertThat(admit("m" + i + "@example.test", HOME)).isInstanceOf(Admitted.class);
        assertThat(admit("m20@example.test", HOME)).isInstanceOf(Refused.class);
        assertThat(admit("m20@example.test", InetAddress.ofLiteral("203.0.113.21")))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void an_IPv6_line_is_its_64() {
        for (int i = 0; i < 20; i++)
            admit("m" + i + "@example.test", InetAddress.ofLiteral("2001:db8:0:1::" + Integer.toHexString(i + 1)));
        assertThat(admit("x@example.test", InetAddress.ofLiteral("2001:db8:0:1:ffff::1")))
                .isInstanceOf(Refused.class);
        assertThat(admit("x@example.test", InetAddress.ofLiteral("2001:db8:0:2::1")))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void the_journal_learns_no_address() {
        admit("erika@example.test", HOME);

        assertThat(journal.lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.subject()).matches("[0-9a-f]{64}"));
    }

    private Throttle.Admission admit(String mailbox, InetAddress customer) {
        return throttle.admit(EmailAddress.parse(mailbox).orElseThrow(), customer);
    }

    private record Limits() implements ThrottleConfig {
        @Override
        public Duration window() {
            return Duration.ofMinutes(15);
        }

        @Override
        public int perMailbox() {
            return 5;
        }

        @Override
        public int perNetwork() {
            return 20;
        }
    }

    private record Line(UUID attempt, String subject, Instant at) {}

    private static final class Remembered implements Journal {
        private final List<Line> lines = new ArrayList<>();

        @Override
        public void note(UUID attempt, List<String> subjects, Instant at) {
            subjects.forEach(subject -> lines.add(new Line(attempt, subject, at)));
        }

        @Override
        public void withdraw(UUID attempt) {
            lines.removeIf(line -> line.attempt().equals(attempt));
        }

        @Override
        public int count(String subject, Instant after) {
            return (int) lines.stream()
                    .filter(line -> line.subject().equals(subject) && line.at().isAfter(after))
                    .count();
        }

        @Override
        public Instant oldest(String subject, Instant after) {
            return lines.stream()
                    .filter(line -> line.subject().equals(subject) && line.at().isAfter(after))
                    .map(Line::at)
                    .min(Instant::compareTo)
                    .orElse(after);
        }

        @Override
        public void forget(Instant before) {
            lines.removeIf(line -> line.at().isBefore(before));
        }
    }
}
