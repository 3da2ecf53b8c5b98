package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseBoard;
import org.postlotse.campaign.CaseState;

/** Many cases at a glance, from the tables {@code warning_case}, {@code case_change} and {@code case_day}. */
@Singleton
class JdbcCaseBoard implements CaseBoard {
    private static final String DOMAIN = "substring(mailbox from position('@' in mailbox) + 1)";

    private final Database database;

    @Inject
    JdbcCaseBoard(Database database) {
        this.database = database;
    }

    /** Conditions, and what stands for their question marks. */
    private record Conditions(String sql, List<Object> values) {
        static Conditions of(Wanted wanted) {
            var sql = new StringBuilder(" where 1 = 1");
            var values = new ArrayList<Object>();
            wanted.state().ifPresent(state -> {
                sql.append(" and state = ?");
                values.add(state.key());
            });
            wanted.weakness().ifPresent(weakness -> {
                sql.append(" and weakness = ?");
                values.add(weakness);
            });
            wanted.domain().ifPresent(domain -> {
                sql.append(" and ").append(DOMAIN).append(" = ?");
                values.add(domain.name());
            });
            if (!wanted.begins().isEmpty()) {
                sql.append(" and substring(mailbox from 1 for ?) = ?");
                values.add(wanted.begins().length());
                values.add(wanted.begins());
            }
            return new Conditions(sql.toString(), values);
        }
    }

    @Override
    public List<Case> page(Wanted wanted, Place after, int most) {
        var conditions = Conditions.of(wanted);
        var values = new ArrayList<>(conditions.values());
        values.addAll(List.of(after.mailbox(), after.mailbox(), after.weakness(), most));
        return database.all(
                CaseRow::read,
                CaseRow.CASE + conditions.sql() + " and (mailbox > ? or mailbox = ? and weakness > ?)" + CaseRow.ORDER
                        + " limit ?",
                values.toArray());
    }

    @Override
    public long count(Wanted wanted) {
        var conditions = Conditions.of(wanted);
        return database.one(
                row -> row.getLong(1),
                "select count(*) from warning_case" + conditions.sql(),
                conditions.values().toArray());
    }

    @Override
    public List<Share> byDomain(int most) {
        var named = "select " + DOMAIN + " as name, state, count(*) as cases from warning_case group by " + DOMAIN
                + ", state";
        return shares(named, most);
    }

    @Override
    public List<Share> byProgram(int most) {
        var named = "select device.client as name, warning_case.state as state,"
                + " count(distinct warning_case.mailbox) as cases from warning_case join device"
                + " on device.mailbox = warning_case.mailbox and device.weakness = warning_case.weakness"
                + " group by device.client, warning_case.state";
        return shares(named, most);
    }

    private List<Share> shares(String named, int most) {
        var shares = new LinkedHashMap<String, Map<CaseState, Long>>();
        database.all(
                row -> shares.computeIfAbsent(row.getString(1), name -> new EnumMap<>(CaseState.class))
                        .put(CaseRow.state(row, "state"), row.getLong(3)),
                "with named as (" + named + "), first as (select name, sum(cases) as whole from named group by name"
                        + " order by whole desc, name limit ?)"
                        + " select named.name, named.state, named.cases from named join first on first.name = named.name"
                        + " order by first.whole desc, named.name",
                most);
        return shares.entrySet().stream()
                .map(share -> new Share(share.getKey(), share.getValue()))
                .toList();
    }

    @Override
    public long mailboxes() {
        return database.one(row -> row.getLong(1), "select count(distinct mailbox) from warning_case");
    }

    @Override
    public Map<CaseState, Long> everCameTo(Set<CaseState> states) {
        var came = new EnumMap<CaseState, Long>(CaseState.class);
        database.all(
                row -> came.put(CaseRow.state(row, "to_state"), row.getLong(2)),
                "select to_state, count(distinct mailbox) from case_change group by to_state");
        came.keySet().retainAll(states);
        return came;
    }

    @Override
    public void keep(LocalDate day) {
        database.together(connection -> {
            Database.change(connection, "delete from case_day where on_day = ?", day);
            Database.change(
                    connection,
                    "insert into case_day (on_day, weakness, state, cases)"
                            + " select cast(? as date), weakness, state, count(*) from warning_case"
                            + " group by weakness, state on conflict do nothing", // another node may do the same
                    day);
        });
    }

    @Override
    public List<Day> days(LocalDate from) {
        var days = new ArrayList<Day>();
        database.all(
                row -> add(days, row),
                "select on_day, state, sum(cases) from case_day where on_day >= ? group by on_day, state"
                        + " order by on_day, state",
                from);
        return days;
    }

    private static boolean add(List<Day> days, ResultSet row) throws SQLException {
        var day = row.getObject(1, LocalDate.class);
        if (days.isEmpty() || !days.getLast().day().equals(day)) days.add(new Day(day, new EnumMap<>(CaseState.class)));
        days.getLast().cases().put(CaseRow.state(row, "state"), row.getLong(3));
        return true;
    }
}
