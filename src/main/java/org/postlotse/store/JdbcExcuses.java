package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.Excuses;
import org.postlotse.catalogue.EmailAddress;

/** Mailboxes that are left alone, in the table {@code excused_mailbox}. */
@Singleton
class JdbcExcuses implements Excuses {
    private final Database database;

    @Inject
    JdbcExcuses(Database database) {
        this.database = database;
    }

    @Override
    public void note(EmailAddress mailbox, Case.Excuse excuse) {
        database.together(connection -> {
            Database.change(connection, "delete from excused_mailbox where mailbox = ?", mailbox.normalised());
            Database.change(
                    connection,
                    "insert into excused_mailbox (mailbox, reason, last_day) values (?, ?, ?)",
                    mailbox.normalised(),
                    excuse.reason(),
                    excuse.until());
        });
    }

    @Override
    public Optional<Case.Excuse> of(EmailAddress mailbox) {
        return database.first(
                JdbcExcuses::excuse,
                "select reason, last_day from excused_mailbox where mailbox = ?",
                mailbox.normalised());
    }

    @Override
    public Map<EmailAddress, Case.Excuse> all() {
        var all = new LinkedHashMap<EmailAddress, Case.Excuse>();
        database.all(
                row -> all.put(EmailAddress.parse(row.getString("mailbox")).orElseThrow(), excuse(row)),
                "select mailbox, reason, last_day from excused_mailbox order by mailbox");
        return all;
    }

    @Override
    public boolean withdraw(EmailAddress mailbox) {
        return database.change("delete from excused_mailbox where mailbox = ?", mailbox.normalised()) == 1;
    }

    private static Case.Excuse excuse(ResultSet row) throws SQLException {
        return new Case.Excuse(row.getString("reason"), row.getObject("last_day", LocalDate.class));
    }
}
