package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.postlotse.campaign.Turns;

/** The turns of letters, in the one row of the table {@code letter_pace}: whoever reads it holds it until it is written. */
@Singleton
class JdbcTurns implements Turns {
    /** A turn that lies further ahead was taken by a node whose clock is wrong. */
    private static final long FARTHEST = micros(Duration.ofMinutes(1));

    private static final long HOUR = micros(Duration.ofHours(1));

    private final Database database;

    @Inject
    JdbcTurns(Database database) {
        this.database = database;
    }

    /** Moments in microseconds since 1970. */
    private record Pace(long next, long hour, int sent) {}

    @Override
    public Optional<Stretch> take(Instant now, Rate rate, int most) {
        var taken = new AtomicReference<Optional<Stretch>>(Optional.empty());
        database.together(connection -> taken.set(take(connection, now, rate, most)));
        return taken.get();
    }

    private static Optional<Stretch> take(Connection connection, Instant now, Rate rate, int most) throws SQLException {
        long moment = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        var pace = read(connection);
        boolean same = pace.hour() + HOUR > moment;
        int sent = same ? pace.sent() : 0;
        int turns = Math.min(most, rate.perHour() - sent);
        if (turns <= 0) return Optional.empty();
        long turn = pace.next() > moment + FARTHEST ? moment : Math.max(pace.next(), moment);
        Database.change(
                connection,
                "update letter_pace set next_turn = ?, hour_began = ?, in_hour = ? where id = 1",
                turn + turns * micros(rate.step()),
                same ? pace.hour() : moment - moment % HOUR,
                sent + turns);
        return Optional.of(new Stretch(Instant.EPOCH.plus(turn, ChronoUnit.MICROS), turns));
    }

    private static Pace read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select next_turn, hour_began, in_hour from letter_pace where id = 1 for update");
                var row = statement.executeQuery()) {
            if (!row.next()) throw new SQLException("letter_pace has no row");
            return new Pace(row.getLong(1), row.getLong(2), row.getInt(3));
        }
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1_000;
    }
}
