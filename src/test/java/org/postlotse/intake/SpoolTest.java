package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.evidence.MemoryLogins;
import org.postlotse.evidence.TestEvidence;

/** Pushed lines count once: sent again, torn by a kill, turned over. */
class SpoolTest {
    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private final MemoryLogins logins = new MemoryLogins();

    @Test
    void a_batch_that_is_sent_again_counts_once_even_after_a_restart() throws IOException {
        try (var spool = spool();
                var file = following(spool)) {
            assertThat(spool.add(lines(1, 2))).isTrue();
            assertThat(spool.add(lines(1, 2))).isFalse();
            file.advance();
        }
        try (var spool = spool();
                var file = following(spool)) {
            assertThat(spool.add(lines(1, 2))).isFalse();
            assertThat(spool.add(lines(3))).isTrue();
            file.advance();
        }
        assertThat(logins.logins()).isEqualTo(3);
    }

    @Test
    void a_line_that_a_kill_tore_harms_no_other() throws IOException {
        spool().close();
        Files.writeString(directory.resolve("pushed.log"), "2026-11-20T10:00", StandardOpenOption.APPEND);
        try (var spool = spool();
                var file = following(spool)) {
            spool.add(lines(1));
            file.advance();
        }
        assertThat(logins.logins()).isEqualTo(1);
    }

    @Test
    void a_large_spool_is_turned_over_and_deleted_when_it_is_read() throws IOException {
        var turned = directory.resolve("pushed.log.1");
        var filling = (" ".repeat(1_000) + "\n").repeat(34_000).getBytes(StandardCharsets.US_ASCII);
        try (var spool = spool();
                var file = following(spool)) {
            spool.append(filling);
            spool.add(lines(1));
            file.advance();
            spool.turn(file.isThroughWithRenamed());
            assertThat(turned).exists();

            spool.add(lines(2));
            file.advance();
            spool.turn(file.isThroughWithRenamed());
            assertThat(turned).exists();
            assertThat(spool.add(lines(1))).isFalse();

            clock.move(Duration.ofMinutes(2));
            file.advance();
            spool.turn(file.isThroughWithRenamed());
            assertThat(turned).doesNotExist();
        }
        assertThat(logins.logins()).isEqualTo(2);
    }

    @Test
    void where_nothing_can_be_written_nothing_is_said_to_be_kept() throws IOException {
        var spool = spool();
        spool.close();

        assertThatThrownBy(() -> spool.add(lines(1))).isInstanceOf(IOException.class);
    }

    private Spool spool() throws IOException {
        return new Spool(directory, clock);
    }

    private FollowedFile following(Spool spool) {
        return new FollowedFile(spool.file(), () -> TestEvidence.into(logins), logins, clock);
    }

    private static byte[] lines(int... numbers) {
        var lines = new StringBuilder();
        for (int number : numbers)
            lines.append(
                    "2026-11-20T10:00:00Z mx dovecot: imap-login: Login: user=<one@hoster.example>, method=PLAIN, rip=192.0.2.7, lip=192.0.2.1, mpid=%d, TLS, session=<%d>\n"
                            .formatted(number, number));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
