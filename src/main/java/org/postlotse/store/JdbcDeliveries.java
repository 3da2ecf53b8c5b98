package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postlotse.campaign.hook.Deliveries;

/** Changes on their way to other systems, in the tables {@code case_change} and {@code hook_delivery}. */
@Singleton
class JdbcDeliveries implements Deliveries {
    private static final String DELIVERY =
            "select hook, attempts, number, mailbox, weakness, from_state, to_state, at from hook_delivery"
                    + " join case_change on number = change_number";

    private final Database database;

    @Inject
    JdbcDeliveries(Database database) {
        this.database = database;
    }

    @Override
    public int spread(Set<String> hooks, Instant now, int most) {
        var untold = database.all(
                row -> row.getLong(1), "select number from case_change where untold order by number limit ?", most);
        if (!untold.isEmpty())
            database.together(connection -> {
                for (var number : untold) {
                    // whoever changes the row has it; another node finds it changed
                    boolean mine = Database.change(
                                    connection,
                                    "update case_change set untold = false where number = ? and untold",
                                    number)
                            == 1;
                    if (mine)
                        for (var hook : hooks)
                            Database.change(
                                    connection,
                                    "insert into hook_delivery (change_number, hook, attempts, due) values (?, ?, 0, ?)",
                                    number,
                                    hook,
                                    utc(now));
                }
            });
        return untold.size();
    }

    @Override
    public Optional<Delivery> take(String hook, Instant now, Instant lease) {
        return database.first(
                        JdbcDeliveries::delivery,
                        DELIVERY + " where hook = ? and due <= ? order by number limit 1",
                        hook,
                        utc(now))
                .filter(found -> claim(found, lease))
                .map(found -> new Delivery(found.hook(), found.attempts() + 1, found.change()));
    }

    private boolean claim(Delivery found, Instant lease) {
        return database.change(
                        "update hook_delivery set attempts = attempts + 1, due = ?"
                                + " where change_number = ? and hook = ? and attempts = ?",
                        utc(lease),
                        found.change().number(),
                        found.hook(),
                        found.attempts())
                == 1;
    }

    @Override
    public void done(Delivery delivery) {
        database.change(
                "delete from hook_delivery where change_number = ? and hook = ?",
                delivery.change().number(),
                delivery.hook());
    }

    @Override
    public void later(Delivery delivery, Instant due) {
        database.change(
                "update hook_delivery set due = ? where hook = ? and (due < ? or change_number = ?)",
                utc(due),
                delivery.hook(),
                utc(due),
                delivery.change().number());
    }

    @Override
    public int now(String hook, Instant now) {
        return database.change("update hook_delivery set due = ? where hook = ? and due > ?", utc(now), hook, utc(now));
    }

    @Override
    public List<Waiting> waiting() {
        return database.all(
                row -> new Waiting(row.getString(1), row.getLong(2), instant(row, 3), row.getInt(4), instant(row, 5)),
                "select hook, count(*), min(at), max(attempts), min(due) from hook_delivery"
                        + " join case_change on number = change_number group by hook order by hook");
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getString("hook"), row.getInt("attempts"), CaseRow.change(row));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
