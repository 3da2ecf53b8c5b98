package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
        for (var subject : subjects)
            database.change("insert into attempt (id, subject, at) values (?, ?, ?)", attempt, subject, utc(at));
    }

    @Override
    public void withdraw(UUID attempt) {
        database.change("delete from attempt where id = ?", attempt);
    }

    @Override
    public int count(String subject, Instant after) {
        return database.one(
                row -> row.getInt(1), "select count(*) from attempt where subject = ? and at > ?", subject, utc(after));
    }

    @Override
    public Instant oldest(String subject, Instant after) {
        return database.one(
                row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                "select coalesce(min(at), cast(? as timestamp with time zone)) from attempt where subject = ? and at > ?",
                utc(after),
                subject,
                utc(after));
    }

    @Override
    public void forget(Instant before) {
        database.change("delete from attempt where at < ?", utc(before));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
