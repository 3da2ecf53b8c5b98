package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.postlotse.handover.Lockers;

/** What waits for a code, in the tables {@code handover} and {@code handover_attempt}. */
@Singleton
class JdbcLockers implements Lockers {
    private final Database database;

    @Inject
    JdbcLockers(Database database) {
        this.database = database;
    }

    @Override
    public boolean put(String digest, String text, Instant until) {
        return database.change(
                        "insert into handover (digest, content, until) values (?, ?, ?) on conflict do nothing",
                        digest,
                        text,
                        utc(until))
                == 1;
    }

    @Override
    public Optional<String> take(String digest, Instant now) {
        return database.first(
                        row -> row.getString(1),
                        "select content from handover where digest = ? and until > ?",
                        digest,
                        utc(now))
                .filter(text -> database.change("delete from handover where digest = ?", digest) == 1);
    }

    @Override
    public void note(UUID attempt, String network, Instant at) {
        database.change("insert into handover_attempt (id, network, at) values (?, ?, ?)", attempt, network, utc(at));
    }

    @Override
    public void withdraw(UUID attempt) {
        database.change("delete from handover_attempt where id = ?", attempt);
    }

    @Override
    public Tally count(String network, Instant after) {
        return database.one(
                row -> new Tally(row.getLong(1), row.getLong(2)),
                "select count(case when network = ? then 1 end), count(*) from handover_attempt where at > ?",
                network,
                utc(after));
    }

    @Override
    public void forget(Instant now, Instant attemptsBefore) {
        database.change("delete from handover where until <= ?", utc(now));
        database.change("delete from handover_attempt where at <= ?", utc(attemptsBefore));
    }
}
