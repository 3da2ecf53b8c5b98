package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases.Move;

/**
 * How a case changes. It is written down where it happens: whoever is told of changes is told of this one, or it did not
 * happen.
 */
final class CaseChange {
    private CaseChange() {}

    /** Whether it happened: somebody else may have been faster. */
    static boolean apply(Connection connection, Move move, Optional<Case.Excuse> excuse, Instant at)
            throws SQLException {
        boolean done = update(connection, move, excuse, at) == 1;
        var from = move.from();
        if (done && from.state() != move.to())
            note(connection, from, from.state().key(), new Arrival(move.to(), at));
        return done;
    }

    /** Where it came to, and when. */
    record Arrival(CaseState to, Instant at) {}

    /** @param from the key of the state before; empty where there was none */
    static void note(Connection connection, Case one, String from, Arrival arrival) throws SQLException {
        Database.change(
                connection,
                "insert into case_change (mailbox, weakness, from_state, to_state, at) values (?, ?, ?, ?, ?)",
                one.mailbox().normalised(),
                one.weakness(),
                from,
                arrival.to().key(),
                utc(arrival.at()));
    }

    private static int update(Connection connection, Move move, Optional<Case.Excuse> excuse, Instant at)
            throws SQLException {
        var from = move.from();
        var parameters = new ArrayList<Object>(List.of(
                move.to().key(),
                utc(at),
                move.to() == CaseState.RELAPSED ? 1 : 0,
                excuse.map(Case.Excuse::reason).orElse("")));
        excuse.ifPresent(known -> parameters.add(known.until()));
        parameters.addAll(List.of(
                from.mailbox().normalised(), from.weakness(), from.state().key()));
        return Database.change(
                connection,
                "update warning_case set state = ?, since = ?, relapses = relapses + ?, excuse = ?, excused_until = "
                        + (excuse.isPresent() ? "?" : "null") + " where mailbox = ? and weakness = ? and state = ?",
                parameters.toArray());
    }
}
