package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.evidence.MemoryLogins;
import org.postlotse.evidence.TestEvidence;

/** A log that grows, is rotated, cut and read by one process after another: each log-in counts once. */
class FollowedFileTest {
    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private final MemoryLogins logins = new MemoryLogins();
    private int written;
    private Path log = Path.of(".");

    @BeforeEach
    void name() {
        log = directory.resolve("mail.log");
    }

    @Test
    void lines_count_once_they_are_whole() throws IOException {
        try (var file = following()) {
            assertThat(file.advance()).isFalse();
            append(line());
            file.advance();
            assertThat(counted()).isEqualTo(1);

            var next = line();
            append(next.substring(0, 60));
            file.advance();
            assertThat(counted()).isEqualTo(1);
            append(next.substring(60));
            file.advance();
            assertThat(counted()).isEqualTo(2);
            assertThat(file.advance()).isFalse();
        }
    }

    @Test
    void a_renamed_file_is_read_to_its_end() throws IOException {
        try (var file = following()) {
            append(line());
            file.advance();
            append(line());
            rotate();
            append(line());
            file.advance();
            assertThat(counted()).isEqualTo(3);

            Files.writeString(directory.resolve("mail.log.1"), line(), StandardOpenOption.APPEND); // not told yet
            file.advance();
            assertThat(counted()).isEqualTo(4);
            clock.move(Duration.ofMinutes(2));
            file.advance();
            append(line());
            file.advance();
            assertThat(counted()).isEqualTo(5);
        }
    }

    @Test
    void a_cut_file_begins_anew() throws IOException {
        try (var file = following()) {
            append(line() + line());
            file.advance();
            Files.writeString(log, "");
            file.advance();
            append(line());
            file.advance();
            assertThat(counted()).isEqualTo(3);
        }
    }

    @Test
    void what_was_written_before_a_rotation_while_nobody_read_is_read() throws IOException {
        append(line());
        try (var file = following()) {
            file.advance();
        }
        append(line());
        rotate();
        append(line());
        try (var file = following()) {
            file.advance();
        }
        assertThat(counted()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_happens_each_login_counts_once(int seed) throws IOException {
        var random = new Random(seed);
        var file = following();
        for (int i = 0; i < 300; i++)
            switch (random.nextInt(8)) {
                case 0 -> {
                    file.advance(); // who rotates twice between two looks leaves a gap that no reader can see
                    rotate();
                }
                case 1 -> {
                    file.close(); // killed: what was not kept is gone with it
                    file = following();
                }
                case 2 -> clock.move(Duration.ofSeconds(random.nextInt(120)));
                case 3, 4 -> append(line());
                default -> file.advance();
            }
        file.advance();
        file.close();
        assertThat(counted()).isEqualTo(written);
    }

    @Test
    void what_was_rotated_more_than_once_while_nobody_read_is_read_whatever_it_is_called() throws IOException {
        var stranger = line().replace("one@", "two@");
        written--;
        Files.writeString(log.resolveSibling("mail.log-20261127"), stranger); // long before anybody followed it
        append(line());
        try (var file = following()) {
            file.advance();
        }
        append(line());
        var packed = log.resolveSibling("mail.log-20261128.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write(Files.readAllBytes(log));
        }
        Files.delete(log);
        append(line());
        var plain = Files.move(log, log.resolveSibling("mail.log-20261129"));
        Files.writeString(log.resolveSibling("mail.log-notes"), stranger);
        append(line());
        var age = 10L;
        for (var part : List.of(log.resolveSibling("mail.log-20261127"), packed, plain))
            Files.setLastModifiedTime(part, FileTime.from(clock.instant().minusSeconds(86_400 * age--)));

        try (var file = following()) {
            file.advance();
        }
        try (var file = following()) {
            file.advance();
        }
        assertThat(counted()).isEqualTo(written);
    }

    private FollowedFile following() {
        return new FollowedFile(log, () -> TestEvidence.into(logins), logins, clock);
    }

    private int counted() {
        return logins.logins();
    }

    private String line() {
        int number = written++;
        return ("2026-11-20T10:%02d:%02d.%03d+00:00 mx dovecot: imap-login: Login: user=<one@hoster.example>, method=PLAIN,"
                        + " rip=192.0.2.7, lip=192.0.2.1, mpid=%d, TLS, session=<%d>%n")
                .formatted(number / 60 % 60, number % 60, number % 1000, number, number);
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        if (Files.exists(log))
            Files.move(log, directory.resolve("mail.log.1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
