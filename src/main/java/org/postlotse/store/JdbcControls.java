package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.postlotse.campaign.Control;
import org.postlotse.campaign.Controls;

/** The campaign's switch, in the one row of the table {@code campaign_control}. */
@Singleton
class JdbcControls implements Controls {
    private final Database database;

    @Inject
    JdbcControls(Database database) {
        this.database = database;
    }

    @Override
    public Control read() {
        return database.first(
                        row -> new Control(
                                Control.Mode.of(row.getString(1)).orElse(Control.Mode.STOPPED),
                                row.getInt(2),
                                Optional.of(
                                        row.getObject(3, OffsetDateTime.class).toInstant()),
                                row.getString(4)),
                        "select mode, share, changed, changed_by from campaign_control where id = 1")
                .orElseGet(Control::beginning);
    }

    @Override
    public void change(Control control) {
        var changed = control.changed().orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC);
        database.together(connection -> {
            Database.change(connection, "delete from campaign_control where id = 1");
            Database.change(
                    connection,
                    "insert into campaign_control (id, mode, share, changed, changed_by) values (1, ?, ?, ?, ?)",
                    control.mode().key(),
                    control.share(),
                    changed,
                    control.by());
        });
    }
}
