package org.postlotse.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.catalogue.EmailAddress;

/** Rows of the tables {@code warning_case} and {@code case_change}, and how they are asked for. */
final class CaseRow {
    static final String CASE =
            "select mailbox, weakness, state, since, opened, last_insecure, relapses, excuse, excused_until from warning_case";
    static final String ORDER = " order by mailbox, weakness";
    static final String CHANGE = "select number, mailbox, weakness, from_state, to_state, at from case_change";

    private CaseRow() {}

    static Case read(ResultSet row) throws SQLException {
        return new Case(
                mailbox(row),
                row.getString("weakness"),
                state(row, "state"),
                instant(row, "since"),
                instant(row, "opened"),
                instant(row, "last_insecure"),
                row.getInt("relapses"),
                excuse(row.getString("excuse"), row.getObject("excused_until", LocalDate.class)));
    }

    private static Optional<Case.Excuse> excuse(String reason, @Nullable LocalDate until) {
        return until == null ? Optional.empty() : Optional.of(new Case.Excuse(reason, until));
    }

    static Cases.Change change(ResultSet row) throws SQLException {
        return new Cases.Change(
                row.getLong("number"),
                mailbox(row),
                row.getString("weakness"),
                CaseState.of(row.getString("from_state")),
                state(row, "to_state"),
                instant(row, "at"));
    }

    private static EmailAddress mailbox(ResultSet row) throws SQLException {
        return EmailAddress.parse(row.getString("mailbox")).orElseThrow();
    }

    static CaseState state(ResultSet row, String column) throws SQLException {
        return CaseState.of(row.getString(column)).orElseThrow();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
