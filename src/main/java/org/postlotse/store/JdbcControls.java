package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postlotse.campaign.Control;
import org.postlotse.campaign.Controls;
import org.postlotse.catalogue.Domain;

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
                        JdbcControls::control,
                        "select mode, share, domains, paused, changed, changed_by from campaign_control where id = 1")
                .orElse(Control.BEGINNING);
    }

    private static Control control(ResultSet row) throws SQLException {
        var domains = Arrays.stream(row.getString("domains").split(" "))
                .flatMap(name -> Domain.parse(name).stream())
                .collect(Collectors.toSet());
        var wave = new Control.Wave(
                Control.Mode.of(row.getString("mode")).orElse(Control.Mode.STOPPED), row.getInt("share"), domains);
        var changed = row.getObject("changed", OffsetDateTime.class).toInstant();
        return new Control(wave, row.getBoolean("paused"), Optional.of(changed), row.getString("changed_by"));
    }

    @Override
    public void change(Control control) {
        var wave = control.wave();
        database.together(connection -> {
            Database.change(connection, "delete from campaign_control where id = 1");
            Database.change(
                    connection,
                    "insert into campaign_control (id, mode, share, domains, paused, changed, changed_by)"
                            + " values (1, ?, ?, ?, ?, ?, ?)",
                    wave.mode().key(),
                    wave.share(),
                    wave.domains().stream().map(Domain::name).sorted().collect(Collectors.joining(" ")),
                    control.paused(),
                    utc(control.changed().orElse(Instant.EPOCH)),
                    control.by());
        });
    }
}
