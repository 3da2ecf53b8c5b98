package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postlotse.probe.Journal;

/** The attempts at the check, in the table {@code attempt}. */
@Singleton
class JdbcJournal implements Journal {
    private final Database database;

    @Inject
    JdbcJournal(Database database) {
        this.database = database;
    }

    @Override
    public void note(UUID attempt, List<String> subjects, Instant at) {
        database.changeEach(
                "insert into attempt (id, subject, at) values (?, ?, ?)",
                subjects.stream()
                        .map(subject -> new Object[] {attempt, subject, utc(at)})
                        .toList());
    }

    @Override
    public void withdraw(UUID attempt) {
        database.change("delete from attempt where id = ?", attempt);
    }

    @Override
    public void clear(UUID attempt) {
        database.change("update attempt set failed = false where id = ?", attempt);
    }

    @Override
    public void forgive(String subject) {
        database.change("update attempt set failed = false where subject = ? and failed", subject);
    }

    @Override
    public Tally count(String subject, Instant after) {
        return database.one(
                row -> new Tally(row.getLong(1), row.getLong(2)),
                "select count(*), count(case when failed then 1 end) from attempt where subject = ? and at > ?",
                subject,
                utc(after));
    }

    @Override
    public Optional<Instant> noted(String subject, boolean failedOnly, Instant after, long newer) {
        return database.first(
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                "select at from attempt where subject = ? and at > ? and (failed or not ?)"
                        + " order by at desc limit 1 offset ?",
                subject,
                utc(after),
                failedOnly,
                newer);
    }

    @Override
    public void forget(Instant before) {
        database.change("delete from attempt where at < ?", utc(before));
    }

    @Override
    public byte[] key(byte[] fresh) {
        // the first node's stays; whoever comes at the same time waits for it and does nothing
        database.change(
                "insert into throttle_key (id, digits) values (1, ?) on conflict do nothing",
                HexFormat.of().formatHex(fresh));
        return HexFormat.of()
                .parseHex(database.one(row -> row.getString(1), "select digits from throttle_key where id = 1"));
    }
}
