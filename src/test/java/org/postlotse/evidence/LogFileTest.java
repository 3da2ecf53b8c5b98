package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log file that grows, is rotated and is compressed: every line counts once. */
class LogFileTest {
    private static final String LINE =
            "2026-11-22T08:00:0%d+00:00 mx dovecot: imap-login: Login: user=<anna@hoster.example>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, session=<%d>\n";

    @TempDir
    Path directory;

    private final MemoryLogins logins = new MemoryLogins();

    @Test
    void a_line_that_is_not_whole_waits() throws IOException {
        var log = directory.resolve("mail.log");
        Files.writeString(log, line(1) + line(2).substring(0, 70));
        assertThat(read(log)).contains((long) line(1).length());
        assertThat(count()).isEqualTo(1);

        Files.writeString(log, line(2).substring(70), StandardOpenOption.APPEND);
        assertThat(read(log)).contains((long) line(2).length());
        assertThat(count()).isEqualTo(2);
        assertThat(read(log)).contains(0L);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void a_file_keeps_its_place_under_another_name_and_when_it_is_compressed() throws IOException {
        var log = directory.resolve("mail.log");
        Files.writeString(log, line(1) + line(2));
        read(log);
        var rotated = directory.resolve("mail.log.1");
        Files.move(log, rotated);
        Files.writeString(rotated, line(3), StandardOpenOption.APPEND);
        Files.writeString(log, line(4));

        read(rotated);
        read(log);
        assertThat(count()).isEqualTo(4);

        var compressed = directory.resolve("mail.log.2.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            out.write((line(1) + line(2) + line(3) + line(5)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        read(compressed);
        assertThat(count()).isEqualTo(5);
    }

    @Test
    void a_file_that_was_emptied_and_filled_anew_is_another_log() throws IOException {
        var log = directory.resolve("mail.log");
        Files.writeString(log, line(1) + line(2));
        read(log);

        Files.writeString(log, line(3));
        read(log);

        assertThat(count()).isEqualTo(3);
    }

    @Test
    void an_empty_file_is_nothing_yet() throws IOException {
        assertThat(read(Files.createFile(directory.resolve("mail.log")))).isEmpty();
        assertThat(read(Files.writeString(directory.resolve("half.log"), "2026-11-22T08:00")))
                .isEmpty();
    }

    private static String line(int number) {
        return LINE.formatted(number, number);
    }

    private Optional<Long> read(Path path) throws IOException {
        return new LogFile(path).read(TestEvidence.into(logins), logins, UnaryOperator.identity(), Instant.now());
    }

    private int count() {
        return logins.counted.values().stream().mapToInt(Integer::intValue).sum();
    }
}
