package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.evidence.Sightings.SECURE;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Sightings;
import org.postlotse.evidence.Trouble;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;
import org.postlotse.support.RunningPostgres;

@Needs(RealPart.POSTGRESQL)
class PostgresArrivalsTest extends ArrivalsContract {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @RegisterExtension
    static final RunningPostgres SERVER = new RunningPostgres();

    @Override
    DataSource database() {
        return SERVER.dataSource();
    }

    @Test
    void another_node_hears_of_it_within_a_second() throws Exception {
        try (var reader = new SecondNode(database(), CLOCK);
                var web = new SecondNode(database(), CLOCK);
                var listening = web.arrivals().listen(mailbox(anna), HERE)) {
            assertThat(listening.await(PATIENCE)).isTrue(); // it hears others from now on
            var took = new ArrayList<Duration>();
            for (int i = 0; i < 21; i++) {
                settle(listening);
                reader.keep(Sightings.of(anna, SECURE, "", NOW));
                long kept = System.nanoTime();
                assertThat(listening.await(PATIENCE)).isTrue();
                took.add(Duration.ofNanos(System.nanoTime() - kept));
                assertThat(web.logins().devices(mailbox(anna)).getFirst().logins())
                        .isEqualTo(i + 1);
            }
            took.sort(Duration::compareTo);
            System.out.printf("another node hears of a log-in after %s, at most %s%n", took.get(10), took.getLast());
            assertThat(took.get(10)).isLessThan(A_SECOND); // the machine may be busy with others for once
        }
    }

    @Test
    void a_node_whose_connection_is_cut_hears_again_and_looks_what_it_missed() throws Exception {
        try (var reader = new SecondNode(database(), CLOCK);
                var web = new SecondNode(database(), CLOCK);
                var listening = web.arrivals().listen(mailbox(anna), HERE)) {
            settle(listening);
            try (var connection = DriverManager.getConnection(SERVER.jdbcUrl());
                    var statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where query ilike 'listen %' and pid <> pg_backend_pid()");
            }

            assertThat(listening.await(PATIENCE)).isTrue(); // connected anew
            settle(listening);
            reader.keep(Sightings.of(anna, SECURE, "", NOW));
            assertThat(listening.await(PATIENCE)).isTrue();
        }
    }

    @Test
    void who_listens_at_the_database_learns_no_address() throws Exception {
        try (var node = new SecondNode(database(), CLOCK);
                var connection = DriverManager.getConnection(SERVER.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("listen postlotse_arrivals");
            node.keep(Sightings.of(anna, SECURE, "203.0.113.20", NOW));
            node.keep(new FailedAttempt(Instant.parse(NOW), LoginProtocol.IMAP, "203.0.113.20", Trouble.TOO_OLD));

            var heard = connection.unwrap(PGConnection.class).getNotifications((int) PATIENCE.toMillis());
            assertThat(Arrays.stream(heard))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.getParameter()).matches("[0-9a-z]{1,13}"));
        }
    }
}
