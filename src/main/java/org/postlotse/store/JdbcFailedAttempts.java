package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.FailedAttempts;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Trouble;

/** The table {@code failed_attempt}: where one came from is there as a digest only. */
@Singleton
class JdbcFailedAttempts implements FailedAttempts {
    /** Nobody who watches has watched for so long. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Database database;
    private final JdbcArrivals arrivals;
    private final Clock clock;

    @Inject
    JdbcFailedAttempts(Database database, JdbcArrivals arrivals, Clock clock) {
        this.database = database;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    private record Row(long origin, FailedAttempt attempt) {}

    @Override
    public void keep(Collection<FailedAttempt> attempts) {
        var since = clock.instant().minus(KEPT);
        var rows = attempts.stream()
                .filter(attempt -> attempt.time().isAfter(since))
                .map(attempt -> new Row(arrivals.origin(attempt.address()), attempt))
                .sorted(Comparator.comparing(Row::origin)) // nodes that write the same wait for each other
                .toList();
        if (rows.isEmpty()) return;
        var origins = rows.stream().map(Row::origin).collect(Collectors.toSet());
        database.together(connection -> {
            Database.changeEach(
                    connection,
                    "insert into failed_attempt (origin, protocol, trouble, last_seen) values (?, ?, ?, ?)"
                            + " on conflict do nothing",
                    rows.stream().map(JdbcFailedAttempts::fresh).toList());
            Database.changeEach(
                    connection,
                    "update failed_attempt set last_seen = greatest(last_seen, ?)"
                            + " where origin = ? and protocol = ? and trouble = ?",
                    rows.stream().map(JdbcFailedAttempts::again).toList());
            arrivals.announce(connection, origins);
        });
        arrivals.ring(origins);
    }

    private static Object[] fresh(Row row) {
        var attempt = row.attempt();
        return new Object[] {
            row.origin(), attempt.service().name(), attempt.trouble().name(), utc(attempt.time())
        };
    }

    private static Object[] again(Row row) {
        var attempt = row.attempt();
        return new Object[] {
            utc(attempt.time()),
            row.origin(),
            attempt.service().name(),
            attempt.trouble().name()
        };
    }

    @Override
    public List<FailedAttempt> from(String address, Instant since) {
        return database.all(
                row -> new FailedAttempt(
                        row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                        LoginProtocol.valueOf(row.getString("protocol")),
                        address,
                        Trouble.valueOf(row.getString("trouble"))),
                "select last_seen, protocol, trouble from failed_attempt where origin = ? and last_seen > ?"
                        + " order by last_seen desc, protocol, trouble",
                arrivals.origin(address),
                utc(since));
    }

    @Override
    public void expire() {
        database.change(
                "delete from failed_attempt where last_seen < ?",
                utc(clock.instant().minus(KEPT)));
    }
}
