package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading that is broken off anywhere and begun again counts every log-in once, and judges it as an unbroken one would. */
class ResumeTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    static Stream<String> files() {
        return Stream.of(
                "dovecot23-recommended.log",
                "dovecot23-proxy.log",
                "postfix37-default.log",
                "postfix37-tlsloglevel1.log",
                "exim496-recommended-mainlog",
                "cyrus36-syslog.log",
                "courier1-syslog.log",
                "journald.json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_log_read_in_pieces_by_one_process_after_another_shows_the_same(String file) throws IOException {
        var log = Files.readAllBytes(CORPUS.resolve(file));
        var whole = new MemoryLogins();
        var once = TestEvidence.into(whole);
        once.end(LogStream.read(new ByteArrayInputStream(log), 0, LogStream.End.FINAL, once));
        assertThat(whole.counted).isNotEmpty();

        for (int seed = 0; seed < 40; seed++)
            assertThat(inPieces(log, new Random(seed)).anonymous())
                    .as("seed " + seed)
                    .isEqualTo(whole.anonymous());
    }

    /** Each process reads on from what was kept, keeps once in the middle, reads further and is killed. */
    private static MemoryLogins inPieces(byte[] log, Random random) throws IOException {
        var logins = new MemoryLogins();
        while (true) {
            var start = logins.position("log").orElse(Position.start("log"));
            var process = TestEvidence.into(logins);
            long from = process.resume(start);
            int kept = (int) Math.min(log.length, start.offset() + random.nextInt(1, 1 + log.length / 3));
            boolean last = kept == log.length;
            var piece = new ByteArrayInputStream(Arrays.copyOfRange(log, (int) from, kept));
            long reached = LogStream.read(piece, from, last ? LogStream.End.FINAL : LogStream.End.OPEN, process);
            if (last) {
                process.end(reached);
                return logins;
            }
            process.keep(Math.max(reached, start.offset()));
            int lost = Math.min(log.length, kept + random.nextInt(5_000));
            LogStream.read(
                    new ByteArrayInputStream(Arrays.copyOfRange(log, (int) reached, lost)),
                    reached,
                    LogStream.End.OPEN,
                    process);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_log_that_is_read_again_adds_nothing(String file) throws IOException {
        var log = Files.readAllBytes(CORPUS.resolve(file));
        var logins = new MemoryLogins();
        for (int time = 0; time < 2; time++) {
            var reading = TestEvidence.into(logins);
            long from = reading.resume(logins.position("log").orElse(Position.start("log")));
            var rest = new ByteArrayInputStream(Arrays.copyOfRange(log, (int) from, log.length));
            reading.end(LogStream.read(rest, from, LogStream.End.FINAL, reading));
        }
        var once = new MemoryLogins();
        var reading = TestEvidence.into(once);
        reading.end(LogStream.read(new ByteArrayInputStream(log), 0, LogStream.End.FINAL, reading));

        assertThat(logins.counted).isEqualTo(Map.copyOf(once.counted));
    }
}
