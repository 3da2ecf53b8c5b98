package org.postlotse.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.postlotse.evidence.PortUse;

/** The table {@code port_day}. */
record PortDays(Database database) {
    static void add(Connection connection, Collection<PortUse> uses) throws SQLException {
        if (uses.isEmpty()) return;
        var sorted = uses.stream()
                .sorted(Comparator.comparing(PortUse::day).thenComparing(PortUse::port)) // nodes wait for each other
                .toList();
        Database.changeEach(
                connection,
                "insert into port_day (on_day, port, tls, dark) values (?, ?, 0, 0) on conflict do nothing",
                sorted.stream().map(use -> new Object[] {use.day(), use.port()}).toList());
        Database.changeEach(
                connection,
                "update port_day set tls = tls + ?, dark = dark + ? where on_day = ? and port = ?",
                sorted.stream()
                        .map(use -> new Object[] {use.tls(), use.dark(), use.day(), use.port()})
                        .toList());
    }

    List<PortUse> since(LocalDate day) {
        return database.all(
                row -> new PortUse(day, row.getInt(1), row.getLong(2), row.getLong(3)),
                "select port, cast(sum(tls) as bigint), cast(sum(dark) as bigint) from port_day where on_day >= ?"
                        + " group by port order by port",
                day);
    }

    void expire(LocalDate before) {
        database.change("delete from port_day where on_day < ?", before);
    }
}
