package org.postlotse.store;

import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.postlotse.campaign.CaseBoard;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.Claims;
import org.postlotse.campaign.Controls;
import org.postlotse.campaign.Excuses;
import org.postlotse.campaign.LinkKeys;
import org.postlotse.campaign.Recipients;
import org.postlotse.campaign.StepCounts;
import org.postlotse.campaign.Turns;
import org.postlotse.evidence.Logins;
import org.postlotse.staff.AuditTrail;

/** All that a campaign keeps, in a database of its own: for other rooms' tests, too. */
public record CampaignStore(
        Cases cases,
        Recipients recipients,
        Claims claims,
        Controls controls,
        Turns turns,
        Excuses excuses,
        LinkKeys keys,
        Logins logins,
        CaseBoard board,
        StepCounts steps,
        AuditTrail trail) {
    /** A fresh one in memory. */
    public static CampaignStore embedded() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        return in(source);
    }

    /** One in a database, which is brought to today's schema. */
    public static CampaignStore in(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        var database = new Database(source);
        return new CampaignStore(
                new JdbcCases(database),
                new JdbcRecipients(database),
                new JdbcClaims(database),
                new JdbcControls(database),
                new JdbcTurns(database),
                new JdbcExcuses(database),
                new JdbcLinkKeys(database),
                new JdbcLogins(database, new JdbcArrivals(database, Clock.systemUTC())),
                new JdbcCaseBoard(database),
                new JdbcStepCounts(database),
                new JdbcAuditTrail(database));
    }
}
