package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ServerTls;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.store.CampaignStore;
import org.postlotse.support.FaultyMailServer;
import org.postlotse.support.FaultyMailServer.Fault;
import org.postlotse.support.Needs;
import org.postlotse.support.PostgresServer;
import org.postlotse.support.RealPart;

/**
 * Processes of their own, one real PostgreSQL, and a mail server that refuses, postpones, turns away and hangs up: nobody
 * gets two letters, and a process that is killed costs at most the letters that it had in flight.
 * {@code -Dtest.letters=100000} makes it long; {@code -Dtest.connections=16} lets each process have so many in flight.
 */
@Needs(RealPart.POSTGRESQL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactlyOnceTest {
    private static final int LETTERS = Integer.getInteger("test.letters", 400);
    private static final int CONNECTIONS = Integer.getInteger("test.connections", 4);
    private static final Duration PATIENCE = Duration.ofMinutes(LETTERS > 10_000 ? 120 : 3);

    private final ThrowAwayAuthority authority = ThrowAwayAuthority.root("Postlotse test authority");
    private final List<Process> nodes = new ArrayList<>();
    private PostgresServer database;
    private CampaignStore store;
    private Path directory;

    @BeforeAll
    void start(@TempDir Path home, @TempDir Path cluster) throws IOException {
        directory = home;
        Files.writeString(home.resolve("ca.pem"), Issued.pem(authority.certificate()));
        database = PostgresServer.in(cluster);
        store = CampaignStore.in(database.dataSource());
    }

    @BeforeEach
    void fill() throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate warning_case, case_change, recipient, letter, device cascade");
            statement.execute(
                    "insert into warning_case (mailbox, weakness, state, since, opened, last_insecure, relapses,"
                            + " excuse) select 'c' || n || '@example.test', 'no-encryption', 'open', now(), now(), now(), 0, ''"
                            + " from generate_series(0, " + (LETTERS - 1) + ") n");
            statement.execute(
                    "insert into device (id, mailbox, protocol, encryption, obsolete_tls, mechanism, old_name, client,"
                            + " weakness, weak, first_seen, last_seen, logins, last_day, day_before, address, network)"
                            + " select gen_random_uuid(), mailbox, 'IMAP', 'NONE', '', 'PLAIN', '',"
                            + " 'Thunderbird', 'no-encryption', true, now(), now(), 2, current_date, current_date, '', ''"
                            + " from warning_case");
        }
        store.controls().change(Control.of(Control.Wave.ALL, "test", Instant.now()));
    }

    @AfterEach
    void endAll() {
        nodes.forEach(Process::destroyForcibly);
        nodes.clear();
    }

    @AfterAll
    void stop() {
        if (database != null) database.close();
    }

    @Test
    void nobody_gets_two_and_a_killed_process_costs_what_it_had_in_flight() throws Exception {
        try (var server = FaultyMailServer.start(tls(), ExactlyOnceTest::fault, false)) {
            var begun = Instant.now();
            var killed = node(server, "killed", 1000);
            node(server, "other", 1000);
            waitUntil(() -> server.taken() > LETTERS / 4);
            killed.destroyForcibly().waitFor(); // SIGKILL
            for (int turn = 0; turn < 20 && openCases() > 0; turn++) {
                waitUntil(() -> nodes.stream().noneMatch(Process::isAlive));
                nodes.clear();
                node(server, "turn" + turn, 1000);
                node(server, "turn-too" + turn, 1000);
            }
            waitUntil(() -> nodes.stream().noneMatch(Process::isAlive));
            report(server, Duration.between(begun, Instant.now()));

            assertThat(server.counts().values()).extracting(AtomicInteger::get).containsOnly(1);
            long expected = mailboxes(Fault.NONE) + mailboxes(Fault.LATER) + mailboxes(Fault.TAKE_AND_HANG_UP);
            assertThat(server.taken()).isBetween((int) expected - CONNECTIONS, (int) expected);
            assertThat(states(CaseState.REFUSED)).isEqualTo(mailboxes(Fault.REFUSE_RECIPIENT));
            assertThat(outcomes(Recipients.Outcome.CLAIMED)).isLessThanOrEqualTo(CONNECTIONS);
            assertThat(outcomes(Recipients.Outcome.FAILED))
                    .isBetween(
                            mailboxes(Fault.REJECT_TEXT)
                                    + mailboxes(Fault.TAKE_AND_HANG_UP)
                                    + mailboxes(Fault.HANG_UP)
                                    - CONNECTIONS,
                            mailboxes(Fault.REJECT_TEXT)
                                    + mailboxes(Fault.TAKE_AND_HANG_UP)
                                    + mailboxes(Fault.HANG_UP));
        }
    }

    @Test
    void an_emergency_stop_reaches_all_processes_before_their_next_letter() throws Exception {
        try (var server = FaultyMailServer.start(tls(), (recipient, tries) -> Fault.NONE, false)) {
            node(server, "one", 50);
            node(server, "two", 50);
            waitUntil(() -> server.taken() > 40);

            store.controls().change(Control.of(Control.Wave.STOPPED, "test", Instant.now()));
            var stopped = Instant.now();
            int taken = server.taken();

            waitUntil(() -> nodes.stream().noneMatch(Process::isAlive));
            assertThat(server.taken() - taken).isLessThanOrEqualTo(2 * CONNECTIONS);
            assertThat(server.taken()).isLessThan(LETTERS);
            assertThat(Files.readString(directory.resolve("one"))).contains("stopped=Optional[STOPPED]");
            assertThat(Files.readString(directory.resolve("two"))).contains("stopped=Optional[STOPPED]");
            System.out.println("stop: " + (server.taken() - taken) + " letters after it, both processes at rest after "
                    + Duration.between(stopped, Instant.now()).toMillis() + " ms");
        }
    }

    /** One in twenty goes wrong in one of five ways; the postponed come through at the second try. */
    private static Fault fault(String recipient, int tries) {
        int number = Integer.parseInt(recipient.substring(1, recipient.indexOf('@')));
        return switch (number % 100) {
            case 7 -> Fault.REFUSE_RECIPIENT;
            case 27 -> tries == 1 ? Fault.LATER : Fault.NONE;
            case 47 -> Fault.REJECT_TEXT;
            case 67 -> Fault.TAKE_AND_HANG_UP;
            case 87 -> Fault.HANG_UP;
            default -> Fault.NONE;
        };
    }

    private static int mailboxes(Fault fault) {
        int count = 0;
        for (int i = 0; i < LETTERS; i++) if (fault("c" + i + "@example.test", 1) == fault) count++;
        return count;
    }

    private Process node(FaultyMailServer server, String name, int perSecond) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        LETTERS > 10_000 ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LetterRun.class.getName(),
                        database.jdbcUrl(),
                        Integer.toString(server.port()),
                        directory.resolve("ca.pem").toString(),
                        Integer.toString(perSecond),
                        Integer.toString(CONNECTIONS))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name).toFile())
                .start();
        nodes.add(process);
        return process;
    }

    private javax.net.ssl.SSLContext tls() {
        return ServerTls.with(authority.issue(Wanted.server("localhost")));
    }

    private int openCases() {
        return states(CaseState.OPEN) - outcomes(Recipients.Outcome.CLAIMED) - outcomes(Recipients.Outcome.FAILED);
    }

    private int states(CaseState state) {
        return store.cases().counts().values().stream()
                .mapToInt(states -> states.getOrDefault(state, 0L).intValue())
                .sum();
    }

    private int outcomes(Recipients.Outcome outcome) {
        return store.recipients().counts().stream()
                .filter(count -> count.outcome() == outcome)
                .mapToInt(count -> (int) count.letters())
                .sum();
    }

    private String said() throws IOException {
        var said = new StringBuilder();
        try (var files = Files.list(directory)) {
            for (var file :
                    files.filter(file -> !file.toString().endsWith(".pem")).toList())
                said.append('\n').append(file.getFileName()).append(": ").append(Files.readString(file));
        }
        return said.toString();
    }

    private void report(FaultyMailServer server, Duration time) throws IOException {
        System.out.println(LETTERS + " cases: " + server.taken() + " letters taken, "
                + states(CaseState.REFUSED) + " refused, " + outcomes(Recipients.Outcome.FAILED) + " failed, "
                + outcomes(Recipients.Outcome.CLAIMED) + " lost with the killed process, in " + time.toSeconds()
                + " s: " + server.taken() * 1_000L / Math.max(1, time.toMillis()) + " a second; "
                + server.counts().values().stream()
                        .filter(count -> count.get() > 1)
                        .count() + " got two");
        said().lines().filter(line -> line.startsWith("ended")).forEach(System.out::println);
    }

    private void waitUntil(BooleanSupplier there) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            boolean over = nodes.stream().noneMatch(Process::isAlive) && !there.getAsBoolean();
            if (over || System.nanoTime() > end)
                throw new AssertionError("waited too long; the processes said:" + said());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
