package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.TestEvidence;
import org.postlotse.store.StoredLogins;

/**
 * A process that follows a growing log into a database on disk is killed again and again, at any moment (kill -9), and the
 * log is rotated while nobody reads.
 */
class KilledFollowerTest {
    private static final int KILLS = 4;
    private static final int BEATS = 40;
    private static final String MODE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    @TempDir
    Path directory;

    private int written;

    @Test
    void every_log_in_counts_once() throws Exception {
        var log = directory.resolve("mail.log");
        var url = "jdbc:h2:file:" + directory.resolve("postlotse") + MODE;
        StoredLogins.migrate(url);
        var random = new Random(20261129);
        for (int i = 0; i < KILLS; i++) {
            write(log);
            var process = follower(log, url);
            waitUntilReady(process);
            int last = random.nextInt(BEATS / 2, BEATS);
            for (int beat = 0; beat < last; beat++) {
                write(log);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            process.destroyForcibly().waitFor(); // SIGKILL
            write(log);
            if (i % 2 == 1) Files.move(log, directory.resolve("mail.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        write(log);
        var logins = StoredLogins.at(url);
        try (var file = new FollowedFile(log, () -> TestEvidence.into(logins), logins, Clock.systemUTC())) {
            while (file.advance()) assertThat(file.read()).isPresent();
        }

        assertThat(logins.devices(EmailAddress.parse("one@hoster.example").orElseThrow()))
                .extracting(Device::logins)
                .containsExactly((long) written);
    }

    private static Process follower(Path log, String url) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Following.class.getName(),
                        log.toString(),
                        url)
                .redirectErrorStream(true)
                .start();
    }

    private static void waitUntilReady(Process process) throws IOException {
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = said.readLine();
        while (line != null && !line.equals(Following.READY)) line = said.readLine();
        assertThat(line).isEqualTo(Following.READY);
    }

    /** The process that is killed. */
    static final class Following {
        static final String READY = "ready";

        private Following() {}

        public static void main(String... arguments) throws IOException {
            var logins = StoredLogins.at(arguments[1]);
            var file =
                    new FollowedFile(Path.of(arguments[0]), () -> TestEvidence.into(logins), logins, Clock.systemUTC());
            file.advance();
            System.out.println(READY);
            while (true) if (!file.advance()) LockSupport.parkNanos(1_000_000);
        }
    }

    /** Some log-ins, the last line of them torn in two. */
    private void write(Path log) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 5; i++) lines.append(line());
        var text = lines.toString();
        int torn = text.length() - 40;
        append(log, text.substring(0, torn));
        append(log, text.substring(torn));
    }

    private static void append(Path log, String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String line() {
        int number = written++;
        return "2026-11-20T10:00:00Z mx dovecot: imap-login: Login: user=<one@hoster.example>, method=PLAIN, rip=192.0.2.7, lip=192.0.2.1, mpid=%d, TLS, session=<%d>\n"
                .formatted(number, number);
    }
}
