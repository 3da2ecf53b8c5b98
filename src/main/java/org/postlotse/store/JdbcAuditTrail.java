package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.postlotse.staff.AuditTrail;

/** What was done at the desk, in the table {@code deed}. */
@Singleton
class JdbcAuditTrail implements AuditTrail {
    private static final String DEED = "select number, at, who, kind, mailbox, detail from deed";

    private final Database database;

    @Inject
    JdbcAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void note(Deed deed) {
        database.change(
                "insert into deed (at, who, kind, mailbox, detail) values (?, ?, ?, ?, ?)",
                utc(deed.at()),
                deed.who(),
                deed.kind().key(),
                deed.mailbox(),
                deed.detail());
    }

    @Override
    public List<Deed> latest(long before, int most) {
        return database.all(
                JdbcAuditTrail::deed, DEED + " where number < ? order by number desc limit ?", before, most);
    }

    @Override
    public List<Deed> to(String mailbox, int most) {
        return database.all(
                JdbcAuditTrail::deed, DEED + " where mailbox = ? order by number desc limit ?", mailbox, most);
    }

    @Override
    public int forget(String mailbox) {
        return database.change(
                "update deed set mailbox = '', detail = '' where mailbox = ? or detail like ?",
                mailbox,
                "%→ " + mailbox);
    }

    @Override
    public int expire(Instant before) {
        return database.change("delete from deed where at < ?", utc(before));
    }

    private static Deed deed(ResultSet row) throws SQLException {
        return new Deed(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("mailbox"),
                row.getString("detail"));
    }
}
