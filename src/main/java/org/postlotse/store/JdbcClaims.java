package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.Claims;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.Recipients.Claim;
import org.postlotse.campaign.Recipients.Outcome;
import org.postlotse.catalogue.EmailAddress;

/** Claims of letters, in the tables {@code letter} and {@code recipient}: one transaction before a letter, and one after it. */
@Singleton
class JdbcClaims implements Claims {
    private static final String THIS = " where mailbox = ? and round = ? and kind = ?";

    private final Database database;

    @Inject
    JdbcClaims(Database database) {
        this.database = database;
    }

    @Override
    public boolean free(EmailAddress mailbox, LetterKind kind, int round) {
        return database.first(
                        row -> row.getInt(1), "select 1 from letter" + THIS, mailbox.normalised(), round, kind.key())
                .isEmpty();
    }

    @Override
    public boolean claim(Claim claim, List<Case> as, Duration pause) {
        var done = new AtomicBoolean();
        database.together(connection -> {
            done.set(isFirst(connection, claim, as, pause) && isNew(connection, claim));
            if (!done.get()) connection.rollback();
        });
        return done.get();
    }

    /**
     * The row is held until the end of the transaction: of several letters to a mailbox one is the first. The cases are
     * looked at in the same statement: between a letter's decision and its claim its page was worked off.
     */
    private static boolean isFirst(Connection connection, Claim claim, List<Case> as, Duration pause)
            throws SQLException {
        var mailbox = claim.mailbox().normalised();
        var sql = new StringBuilder("update recipient set last_claim = ?"
                + " where mailbox = ? and (last_claim is null or last_claim <= ?)"
                + " and ? >= (select count(*) from warning_case where warning_case.mailbox = ? and state in (");
        var parameters = new ArrayList<Object>(List.of(
                utc(claim.at()),
                mailbox,
                utc(claim.at().minus(pause)),
                as.stream()
                        .filter(one -> CaseState.ACTIVE.contains(one.state()))
                        .count(),
                mailbox));
        sql.append(String.join(", ", CaseState.ACTIVE.stream().map(state -> "?").toList()))
                .append("))");
        CaseState.ACTIVE.forEach(state -> parameters.add(state.key()));
        for (var one : as) {
            sql.append(" and exists (select 1 from warning_case where warning_case.mailbox = ?"
                    + " and weakness = ? and state = ?)");
            parameters.addAll(List.of(mailbox, one.weakness(), one.state().key()));
        }
        return Database.change(connection, sql.toString(), parameters.toArray()) == 1;
    }

    private static boolean isNew(Connection connection, Claim claim) throws SQLException {
        return Database.change(
                        connection,
                        "insert into letter (mailbox, round, kind, outcome, claimed) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        claim.mailbox().normalised(),
                        claim.round(),
                        claim.kind().key(),
                        Outcome.CLAIMED.name(),
                        utc(claim.at()))
                == 1;
    }

    @Override
    public void release(Claim claim) {
        var mailbox = claim.mailbox().normalised();
        database.together(connection -> {
            Database.change(
                    connection,
                    "delete from letter" + THIS + " and outcome = ?",
                    mailbox,
                    claim.round(),
                    claim.kind().key(),
                    Outcome.CLAIMED.name());
            Database.change(
                    connection,
                    "update recipient set last_claim = (select max(claimed) from letter where mailbox = ?)"
                            + " where mailbox = ?",
                    mailbox,
                    mailbox);
        });
    }

    @Override
    public boolean again(Claim before, Instant now) {
        var done = new AtomicBoolean();
        var mailbox = before.mailbox().normalised();
        database.together(connection -> {
            done.set(Database.change(
                            connection,
                            "update letter set claimed = ?, outcome = ?, settled = null" + THIS + " and claimed = ?",
                            utc(now),
                            Outcome.CLAIMED.name(),
                            mailbox,
                            before.round(),
                            before.kind().key(),
                            utc(before.at()))
                    == 1);
            if (done.get())
                Database.change(connection, "update recipient set last_claim = ? where mailbox = ?", utc(now), mailbox);
        });
        return done.get();
    }

    @Override
    public void settle(Claim claim, Outcome outcome, Instant at, List<Cases.Move> moves) {
        database.together(connection -> {
            Database.change(
                    connection,
                    "update letter set outcome = ?, settled = ?" + THIS,
                    outcome.name(),
                    utc(at),
                    claim.mailbox().normalised(),
                    claim.round(),
                    claim.kind().key());
            if (outcome == Outcome.SENT)
                Database.change(
                        connection,
                        "update recipient set last_letter = ? where mailbox = ?",
                        utc(at),
                        claim.mailbox().normalised());
            for (var move : moves) CaseChange.apply(connection, move, Optional.empty(), at);
        });
    }

    @Override
    public List<Claim> lost(Instant before, int most) {
        return database.all(
                row -> JdbcRecipients.letter(row).claim(),
                JdbcRecipients.LETTER + " where outcome = ? and claimed < ?"
                        + " and not exists (select 1 from letter later where later.mailbox = letter.mailbox"
                        + " and later.claimed > letter.claimed) order by claimed, mailbox limit ?",
                Outcome.CLAIMED.name(),
                utc(before),
                most);
    }
}
