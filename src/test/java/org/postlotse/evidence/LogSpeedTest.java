package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Reading stays several times as fast as two regular expressions a line. What is compared is the processor's time of one
 * thread, both in turn in one run: how fast the machine is and who else uses it does not matter.
 */
class LogSpeedTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final List<String> FILES = List.of(
            "dovecot23-syslog-bsd.log", "postfix37-default.log", "postfix37-tlsloglevel1.log", "cyrus36-syslog.log");
    private static final Pattern DOVECOT = Pattern.compile(
            "(imap|pop3)-login: Login: user=<([^>]*)>, method=([^,]*), rip=([^,]*), lip=([^,]*).*?(, TLS)?.*session=<([^>]*)>");
    private static final Pattern POSTFIX =
            Pattern.compile("client=[^\\[]*\\[([^\\]]*)\\].*sasl_method=([^,]*), sasl_username=(.*)$");
    private static final int TIMES = 60;
    private static final int ROUNDS = 24;
    private static final double AT_LEAST = 6;

    @Test
    void reading_is_much_faster_than_regular_expressions() throws IOException {
        var log = log();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            long ours = time(() -> read(log));
            ratios.add((double) time(() -> match(log)) / ours);
        }
        var warm = ratios.subList(ROUNDS / 2, ROUNDS).stream().sorted().toList();
        System.out.printf("logs are read %.1f times as fast as by java.util.regex%n", warm.get(warm.size() / 2));

        assertThat(warm.get(warm.size() / 2)).isGreaterThan(AT_LEAST);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static long time(Work work) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - begun;
    }

    private static void read(byte[] log) throws IOException {
        var logins = new MemoryLogins();
        var reading = TestEvidence.into(logins);
        reading.end(LogStream.read(new ByteArrayInputStream(log), 0, LogStream.End.FINAL, reading));
        assertThat(logins.logins()).isPositive();
    }

    private static void match(byte[] log) throws IOException {
        var users = new HashMap<String, Integer>();
        try (var lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var login = DOVECOT.matcher(line);
                if (login.find()) users.merge(login.group(2), 1, Integer::sum);
                else {
                    var sent = POSTFIX.matcher(line);
                    if (sent.find()) users.merge(sent.group(3), 1, Integer::sum);
                }
            }
        }
        assertThat(users).isNotEmpty();
    }

    private static byte[] log() throws IOException {
        var log = new ByteArrayOutputStream();
        for (int time = 0; time < TIMES; time++)
            for (var file : FILES) log.write(Files.readAllBytes(CORPUS.resolve(file)));
        return log.toByteArray();
    }
}
