package org.postlotse.store;

import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
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

    /** Brings the schema of this database up to date. */
    public static void migrate(String url) {
        Flyway.configure().dataSource(source(url)).load().migrate();
    }

    /** In a database whose schema is up to date, of any kind. */
    public static Logins at(String url) {
        return over(source(url));
    }

    private static DataSource source(String url) {
        if (url.startsWith("jdbc:h2:")) {
            var embedded = new JdbcDataSource();
            embedded.setURL(url);
            return embedded;
        }
        var server = new PGSimpleDataSource();
        server.setUrl(url);
        return server;
    }

    static Logins over(DataSource source) {
        var database = new Database(source);
        return new JdbcLogins(database, new JdbcArrivals(database, Clock.systemUTC()));
    }
}
