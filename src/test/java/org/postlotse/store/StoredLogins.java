package org.postlotse.store;

import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.postlotse.evidence.Logins;

/** What keeps log-ins in a real database, for tests of those who fill it. */
public final class StoredLogins {
    private StoredLogins() {}

    /** Brings the schema up to date first. */
    public static Logins in(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        return over(database);
    }

    /** The same in another process. */
    public static Logins at(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        return over(source);
    }

    static Logins over(DataSource source) {
        var database = new Database(source);
        return new JdbcLogins(database, new JdbcArrivals(database, Clock.systemUTC()));
    }
}
