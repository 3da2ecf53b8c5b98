package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
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
    void a_batch_that_is_sent_again_to_another_node_counts_once() throws IOException {
        try (var one = spool();
                var other = new Spool(directory.resolve("other"), clock);
                var atOne = following(one);
                var atOther = following(other)) {
            one.add(lines(1, 2));
            atOne.advance();
            other.append(lines(3));
            other.add(lines(1, 2));
            other.add(lines(4));
            atOther.advance();
        }
        assertThat(logins.logins()).isEqualTo(4);
    }

    @Test
    void a_batch_that_a_kill_tore_counts_when_it_is_sent_again_and_not_before() throws IOException {
        try (var spool = spool();
                var file = following(spool)) {
            spool.add(lines(1));
            file.advance();
            var whole = Files.readAllBytes(spool.file());
            spool.add(lines(2, 3));
            Files.write(spool.file(), Arrays.copyOf(Files.readAllBytes(spool.file()), whole.length + 280));
        }
        try (var spool = spool();
                var file = following(spool)) {
            file.advance();
            assertThat(logins.logins()).isEqualTo(1);
            assertThat(spool.add(lines(2, 3))).isTrue();
            file.advance();
        }
        assertThat(logins.logins()).isEqualTo(3);
    }

    @Test
    void nobody_passes_lines_off_as_a_batch_note() throws IOException {
        try (var spool = spool();
                var file = following(spool)) {
            spool.append(("2026-11-20T10:00:00Z postlotse postlotse: batch " + UUID.randomUUID() + " " + "a".repeat(64)
                            + " 999999999\n")
                    .getBytes(StandardCharsets.US_ASCII));
            spool.add(lines(1));
            file.advance();
        }
        try (var spool = spool()) {
            assertThat(spool.add(lines(1))).isFalse(); // nothing was cut off
        }
        assertThat(logins.logins()).isEqualTo(1);
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
    void what_was_read_lies_on_the_disk_for_a_day_at_most_however_little_it_is() throws IOException {
        try (var spool = spool();
                var file = following(spool)) {
            spool.add(lines(1));
            turned(spool, file);
        }
        clock.move(Duration.ofHours(13));
        try (var spool = spool();
                var file = following(spool)) {
            turned(spool, file);
            clock.move(Duration.ofMinutes(2));
            turned(spool, file);

            assertThat(directory.resolve("pushed.log.1")).doesNotExist();
            assertThat(directory.resolve("pushed.log")).content().doesNotContain("one@hoster.example");
            clock.move(Duration.ofHours(13));
            turned(spool, file);
            assertThat(directory.resolve("pushed.log.1")).doesNotExist(); // nothing came
            spool.add(lines(2));
            turned(spool, file);
        }
        assertThat(logins.logins()).isEqualTo(2);
    }

    private static void turned(Spool spool, FollowedFile file) throws IOException {
        file.advance();
        spool.turn(file.isThroughWithRenamed());
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
        return new FollowedFile(spool.file(), () -> TestEvidence.into(logins).announcedBy(spool.notes()), logins, clock)
                .upTo(spool::whole);
    }

    static byte[] lines(int... numbers) {
        var lines = new StringBuilder();
        for (int number : numbers)
            lines.append(
                    "2026-11-20T10:00:00Z mx dovecot: imap-login: Login: user=<one@hoster.example>, method=PLAIN, rip=192.0.2.7, lip=192.0.2.1, mpid=%d, TLS, session=<%d>\n"
                            .formatted(number, number));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
