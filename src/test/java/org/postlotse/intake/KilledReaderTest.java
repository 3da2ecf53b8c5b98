package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.store.SecondNode;

/** A real process that follows a log is killed in the middle of it, again and again: every log-in counts once. */
class KilledReaderTest {
    private static final int KILLS = Integer.getInteger("test.kills", 3);
    private static final String MODE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    Path directory;

    private final Random random = new Random(1);
    private int written;

    @Test
    void every_login_counts_once_however_often_its_reader_is_killed() throws Exception {
        var log = directory.resolve("mail.log");
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + directory.resolve("postlotse") + MODE);
        Flyway.configure().dataSource(source).load().migrate();

        for (int kill = 0; kill < KILLS; kill++) {
            append(log, lines(200));
            var process = follow(source, log);
            try (var told = process.inputReader()) {
                reached(told, 1); // it has kept something, and a log-in that is cut in half waits
                for (int i = 0; i < 20; i++) append(log, lines(random.nextInt(50)));
            } finally {
                process.destroyForcibly().waitFor(); // SIGKILL
            }
            append(log, lines(20));
            if (kill % 2 == 1) Files.move(log, directory.resolve("mail.log.1"));
        }
        append(log, lines(1));
        var last = follow(source, log);
        try (var told = last.inputReader();
                var end = last.outputWriter()) {
            reached(told, Files.size(log));
            end.write('\n');
            end.flush();
            told.transferTo(java.io.Writer.nullWriter());
        } finally {
            if (!last.waitFor(60, TimeUnit.SECONDS)) last.destroyForcibly();
        }

        try (var node = new SecondNode(source, Clock.systemUTC())) {
            var devices = node.logins()
                    .devices(EmailAddress.parse("one@hoster.example").orElseThrow());
            assertThat(devices).extracting(Device::logins).containsExactly((long) written);
        }
    }

    private static Process follow(JdbcDataSource source, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FollowingProcess.class.getName(),
                        source.getURL(),
                        log.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void reached(BufferedReader told, long bytes) throws IOException {
        for (var line = told.readLine(); line != null; line = told.readLine())
            if (line.matches("\\d+") && Long.parseLong(line) >= bytes) return;
        throw new AssertionError("the process has ended");
    }

    private String lines(int count) {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int number = written++;
            lines.append(("2026-11-20T10:%02d:%02d.%03d+00:00 mx dovecot: imap-login: Login: user=<one@hoster.example>,"
                            + " method=PLAIN, rip=192.0.2.7, lip=192.0.2.1, mpid=%d, TLS, session=<%d>%n")
                    .formatted(number / 60 % 60, number % 60, number % 1000, number, number));
        }
        return lines.toString();
    }

    /** In two parts, as programs write that do not care for lines. */
    private void append(Path log, String text) throws IOException {
        int cut = random.nextInt(text.length() + 1);
        for (var part : new String[] {text.substring(0, cut), text.substring(cut)})
            Files.writeString(log, part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
