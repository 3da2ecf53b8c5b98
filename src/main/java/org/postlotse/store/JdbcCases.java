package org.postlotse.store;

import static org.postlotse.store.Database.utc;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.LetterKind;
import org.postlotse.catalogue.EmailAddress;

/** Cases and their changes, in the tables {@code warning_case} and {@code case_change}. */
@Singleton
class JdbcCases implements Cases {
    private final Database database;

    @Inject
    JdbcCases(Database database) {
        this.database = database;
    }

    @Override
    public boolean open(Case fresh) {
        var done = new AtomicBoolean();
        database.together(connection -> {
            int rows = Database.change(
                    connection,
                    "insert into warning_case (mailbox, weakness, state, since, opened, last_insecure, relapses, excuse)"
                            + " values (?, ?, ?, ?, ?, ?, 0, '') on conflict do nothing",
                    fresh.mailbox().normalised(),
                    fresh.weakness(),
                    fresh.state().key(),
                    utc(fresh.since()),
                    utc(fresh.opened()),
                    utc(fresh.lastInsecure()));
            done.set(rows == 1);
            if (done.get())
                CaseChange.note(connection, fresh, "", new CaseChange.Arrival(fresh.state(), fresh.opened()));
        });
        return done.get();
    }

    @Override
    public List<Case> of(EmailAddress mailbox) {
        return database.all(CaseRow::read, CaseRow.CASE + " where mailbox = ?" + CaseRow.ORDER, mailbox.normalised());
    }

    @Override
    public List<Case> page(Set<CaseState> states, String after, int most) {
        var marks = marks(states);
        var parameters = new ArrayList<Object>(keys(states));
        parameters.addAll(keys(states));
        parameters.add(after);
        parameters.add(most);
        return database.all(
                CaseRow::read,
                CaseRow.CASE + " where state in (" + marks
                        + ") and mailbox in (select distinct mailbox from warning_case" + " where state in (" + marks
                        + ") and mailbox > ? order by mailbox limit ?)" + CaseRow.ORDER,
                parameters.toArray());
    }

    @Override
    public List<Case> between(String after, String upTo) {
        return database.all(
                CaseRow::read, CaseRow.CASE + " where mailbox > ? and mailbox <= ?" + CaseRow.ORDER, after, upTo);
    }

    @Override
    public List<Case> silentSince(Set<CaseState> states, Instant before, int most) {
        var parameters = new ArrayList<Object>(keys(states));
        parameters.add(utc(before));
        parameters.add(most);
        return database.all(
                CaseRow::read,
                CaseRow.CASE + " where state in (" + marks(states)
                        + ") and last_insecure < ? order by last_insecure limit ?",
                parameters.toArray());
    }

    @Override
    public List<Case> fixedUntold(Instant moment, String after, int most) {
        var letter =
                "exists (select 1 from letter where letter.mailbox = warning_case.mailbox and round = relapses and ";
        return database.all(
                CaseRow::read,
                CaseRow.CASE + " where state = ? and since > ? and mailbox > ? and " + letter
                        + "outcome = 'SENT') and not " + letter + "kind = ?)" + CaseRow.ORDER + " limit ?",
                CaseState.FIXED.key(),
                utc(moment),
                after,
                LetterKind.CLOSING.key(),
                most);
    }

    @Override
    public boolean move(Case from, CaseState to, Instant at) {
        if (!from.state().mayBecome(to)) throw new IllegalArgumentException(from.state() + " may not become " + to);
        return changed(from, to, Optional.empty(), at);
    }

    @Override
    public boolean excuse(Case from, Optional<Case.Excuse> excuse, Instant at) {
        var to = excuse.isPresent() ? CaseState.EXCUSED : CaseState.OPEN;
        boolean other = from.state() == CaseState.EXCUSED && to == CaseState.EXCUSED;
        return (other || from.state().mayBecome(to)) && changed(from, to, excuse, at);
    }

    private boolean changed(Case from, CaseState to, Optional<Case.Excuse> excuse, Instant at) {
        var done = new AtomicBoolean();
        database.together(connection -> done.set(CaseChange.apply(connection, new Move(from, to), excuse, at)));
        return done.get();
    }

    @Override
    public void sighted(Case known, Instant lastInsecure) {
        database.change(
                "update warning_case set last_insecure = ? where mailbox = ? and weakness = ? and last_insecure < ?",
                utc(lastInsecure),
                known.mailbox().normalised(),
                known.weakness(),
                utc(lastInsecure));
    }

    @Override
    public Map<String, Map<CaseState, Long>> counts() {
        return counted("select weakness, state, count(*) from warning_case group by weakness, state");
    }

    @Override
    public Map<String, Map<CaseState, Long>> arrivals() {
        return counted("select weakness, to_state, count(*) from case_change where from_state <> ''"
                + " group by weakness, to_state");
    }

    private Map<String, Map<CaseState, Long>> counted(String sql) {
        var counts = new TreeMap<String, Map<CaseState, Long>>();
        database.all(
                row -> counts.computeIfAbsent(row.getString(1), weakness -> new EnumMap<>(CaseState.class))
                        .put(CaseState.of(row.getString(2)).orElseThrow(), row.getLong(3)),
                sql);
        return counts;
    }

    @Override
    public List<Change> changes(long after, int most) {
        return database.all(CaseRow::change, CaseRow.CHANGE + " where number > ? order by number limit ?", after, most);
    }

    @Override
    public List<Change> changesOf(EmailAddress mailbox) {
        return database.all(
                CaseRow::change, CaseRow.CHANGE + " where mailbox = ? order by number", mailbox.normalised());
    }

    @Override
    public int forget(EmailAddress mailbox) {
        database.change("delete from case_change where mailbox = ?", mailbox.normalised());
        return database.change("delete from warning_case where mailbox = ?", mailbox.normalised());
    }

    private static String marks(Set<CaseState> states) {
        return String.join(", ", states.stream().map(state -> "?").toList());
    }

    private static List<Object> keys(Set<CaseState> states) {
        return states.stream().<Object>map(CaseState::key).toList();
    }
}
