package org.postlotse.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postlotse.evidence.Arrivals;
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.FailedAttempts;
import org.postlotse.evidence.Logins;
import org.postlotse.evidence.Sighting;

/** Another node at the same database: it knows of the first one what PostgreSQL tells it, and nothing else. */
public final class SecondNode implements AutoCloseable {
    private final JdbcArrivals arrivals;
    private final Logins logins;
    private final FailedAttempts failedAttempts;

    public SecondNode(DataSource database, Clock clock) {
        var own = new Database(database);
        arrivals = new JdbcArrivals(own, clock);
        logins = new JdbcLogins(own, arrivals);
        failedAttempts = new JdbcFailedAttempts(own, arrivals, clock);
    }

    /** Connects with nothing but the URL. */
    public static SecondNode at(String url, Clock clock) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        return new SecondNode(source, clock);
    }

    public void keep(Sighting sighting) {
        logins.keep(List.of(sighting), Optional.empty());
    }

    public void keep(FailedAttempt attempt) {
        failedAttempts.keep(List.of(attempt));
    }

    FailedAttempts failedAttempts() {
        return failedAttempts;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** What this node knows. */
    public Logins logins() {
        return logins;
    }

    @Override
    public void close() {
        arrivals.close();
    }
}
