package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.postlotse.campaign.StepCounts;

/** How often steps were taken, in the table {@code step_day}. */
@Singleton
class JdbcStepCounts implements StepCounts {
    private final Database database;

    @Inject
    JdbcStepCounts(Database database) {
        this.database = database;
    }

    @Override
    public void add(LocalDate day, Step step) {
        if (counted(day, step)) return;
        database.change(
                "insert into step_day (on_day, step, weakness, program, times) values (?, ?, ?, ?, 0)"
                        + " on conflict do nothing",
                day,
                step.step(),
                step.weakness(),
                step.program());
        counted(day, step);
    }

    /** Whether it was counted on this day before. */
    private boolean counted(LocalDate day, Step step) {
        return database.change(
                        "update step_day set times = times + 1 where on_day = ? and step = ? and weakness = ? and program = ?",
                        day,
                        step.step(),
                        step.weakness(),
                        step.program())
                > 0;
    }

    @Override
    public List<Count> since(LocalDate day) {
        return database.all(
                row -> new Count(new Step(row.getString(1), row.getString(2), row.getString(3)), row.getLong(4)),
                "select step, weakness, program, sum(times) from step_day where on_day >= ?"
                        + " group by step, weakness, program order by step, weakness, program",
                day);
    }
}
