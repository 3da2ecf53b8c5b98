package org.postlotse.store;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Lately;

/**
 * Fills an empty PostgreSQL database with what the logs of many mailboxes show, and prints how long the questions take and
 * how many bytes a log-in takes.
 *
 * <p>{@code src/bench/run StoreBench JDBC-URL [mailboxes] [days]}
 */
public final class StoreBench {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Lately NOW = Lately.at(Instant.parse("2026-11-23T12:00:00Z"), TODAY);
    private static final int ASKED = 500;
    private static final int PAGE = 100;

    private StoreBench() {}

    public static void main(String... arguments) throws Exception {
        var url = arguments[0];
        long mailboxes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 10_000_000;
        int days = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        Flyway.configure().dataSource(source).load().migrate();
        try (var connection = DriverManager.getConnection(url)) {
            if (first(connection, "select count(*) from (select 1 from device limit 1) any_row") == 0)
                fill(connection, mailboxes, days);
            sizes(connection);
            var database = new Database(kept(connection));
            ask(new JdbcLogins(database, new JdbcArrivals(database, Clock.systemUTC())), mailboxes);
            plans(connection, mailboxes);
        }
    }

    /** One connection that nobody can close, as a pool has it at hand. */
    private static DataSource kept(Connection connection) {
        var open = (Connection) Proxy.newProxyInstance(
                StoreBench.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, values) -> method.getName().equals("close") ? null : method.invoke(connection, values));
        return (DataSource) Proxy.newProxyInstance(
                StoreBench.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> open);
    }

    /** Half of the mailboxes have two programs, one in twenty has one that is insecure, half of those until lately. */
    private static void fill(Connection connection, long mailboxes, int days) throws SQLException {
        var indices = indices(connection);
        for (var index : indices) run(connection, "drop index " + index.substring(0, index.indexOf(' ')));
        run(connection, "alter table device drop constraint device_pkey");
        run(connection, "alter table device_day drop constraint device_day_pkey");
        run(connection, """
                insert into device (id, mailbox, protocol, encryption, obsolete_tls, mechanism, old_name, client, weakness, weak,
                    first_seen, last_seen, logins, last_day, day_before, address, network)
                select gen_random_uuid(), 'user' || lpad(n::text, 8, '0') || '@hoster.example',
                    case which when 1 then 'IMAP' when 2 then 'SMTP' else 'POP3' end,
                    case when which = 3 then 'NONE' else 'TLS' end, '', 'PLAIN', '',
                    case which when 1 then 'Thunderbird (Windows)' else '' end,
                    case when which = 3 then 'no-encryption' else '' end, which = 3,
                    timestamptz '2026-11-01 08:00Z' + (n %% 1000) * interval '1 minute', last, 40 * %1$d, last::date, last::date - 1,
                    '203.0.' || n %% 256 || '.' || n / 256 %% 256, '203.0.' || n %% 256 || '.0/24'
                from (select n, which, timestamptz '2026-11-23 10:00Z'
                        - (case when n / 20 %% 2 = 0 then n %% 5 else 10 + n %% 20 end) * interval '1 day' as last
                    from generate_series(1, %2$d) n cross join generate_series(1, 3) which
                    where which = 1 or which = 2 and n %% 2 = 0 or which = 3 and n %% 20 = 0) drawn
                """.formatted(days, mailboxes));
        run(connection, "insert into device_day select id, last_day - ago, 40 from device cross join generate_series(0, "
                + (days - 1) + ") ago");
        run(connection, "alter table device add primary key (id)");
        run(connection, "alter table device_day add primary key (device, on_day)");
        for (var index : indices) run(connection, index.substring(index.indexOf(' ') + 1));
        run(connection, "vacuum analyze device");
        run(connection, "vacuum analyze device_day");
    }

    /** Name and definition of each that is no key. */
    private static List<String> indices(Connection connection) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select indexname || ' ' || indexdef from pg_indexes"
                        + " where tablename in ('device', 'device_day') and indexname not like '%_pkey'")) {
            while (rows.next()) all.add(rows.getString(1));
        }
        return all;
    }

    private static void sizes(Connection connection) throws SQLException {
        long devices = first(connection, "select count(*) from device");
        long dayRows = first(connection, "select count(*) from device_day");
        long logins = first(connection, "select sum(logins) from device_day");
        long deviceBytes = first(connection, "select pg_total_relation_size('device')");
        long dayBytes = first(connection, "select pg_total_relation_size('device_day')");
        System.out.printf(
                "%n%,d devices of %d bytes each, %,d days of %d bytes each, with their indices; %,d log-ins: %.2f bytes each%n%n",
                devices, deviceBytes / devices, dayRows, dayBytes / dayRows, logins, (double) (deviceBytes + dayBytes) / logins);
    }

    private static void ask(JdbcLogins logins, long mailboxes) {
        var random = new Random(1);
        var names = random.longs(ASKED * 2, 1, mailboxes + 1)
                .mapToObj(n -> EmailAddress.parse("user%08d@hoster.example".formatted(n)).orElseThrow())
                .toList();
        time("which mailboxes are insecure now, first page", 20, i -> logins.insecure(NOW, "", PAGE));
        time("… a page anywhere", ASKED, i -> logins.insecure(NOW, names.get(i).normalised(), PAGE));
        time("what did this mailbox do: its devices", ASKED, i -> logins.devices(names.get(i)));
        time("… its days", ASKED, i -> logins.days(names.get(i + ASKED)));
        time("how many mailboxes are insecure now, by weakness", 3, i -> logins.insecureMailboxes(NOW));
    }

    private static void time(String what, int times, IntConsumer question) {
        question.accept(0);
        var took = new double[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            question.accept(i);
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(took);
        System.out.printf("%-52s median %9.2f ms   99 %% within %9.2f ms%n", what, took[times / 2], took[times * 99 / 100]);
    }

    private static void plans(Connection connection, long mailboxes) throws SQLException {
        var after = "user%08d@hoster.example".formatted(mailboxes / 2);
        var insecure = " weak = true and last_seen > '%s' and day_before > '%s'"
                .formatted(NOW.seenAfter().atOffset(ZoneOffset.UTC), NOW.alsoAfter().orElseThrow());
        for (var question : List.of(
                "select * from device where" + insecure + " and mailbox in (select distinct mailbox from device where" + insecure
                        + " and mailbox > '" + after + "' order by mailbox limit " + PAGE + ") order by mailbox, id",
                "select * from device where mailbox = '" + after + "' order by last_seen desc, id",
                "select on_day, device_day.logins from device join device_day on device = id where mailbox = '" + after
                        + "' order by on_day desc, id")) {
            System.out.println();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("explain (analyze, costs off, timing off) " + question)) {
                while (rows.next()) System.out.println(rows.getString(1));
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        long begun = System.nanoTime();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        System.out.printf("%6.0f s  %s%n", (System.nanoTime() - begun) / 1e9, sql.strip().lines().findFirst().orElse(""));
    }

    private static long first(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
