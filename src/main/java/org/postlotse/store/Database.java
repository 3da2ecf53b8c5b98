package org.postlotse.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** The one data source that was chosen at start, and the two ways in which this room talks to it. */
@Singleton
class Database {
    private final Supplier<DataSource> source;

    /** Many commands choose none; whoever stands on this room is made for them, too, and asks it for nothing. */
    @Inject
    Database(@Any InjectableInstance<AgroalDataSource> sources) {
        this.source = sources::getActive;
    }

    Database(DataSource source) {
        this.source = () -> source;
    }

    /** A moment as columns of {@code timestamp with time zone} take it. */
    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** What is done within one transaction. */
    @FunctionalInterface
    interface Change {
        void with(Connection connection) throws SQLException;
    }

    /** Does all of it or, when anything goes wrong, nothing. */
    void together(Change change) {
        inside(connection -> {
            connection.setAutoCommit(false);
            try {
                change.with(connection);
                connection.commit();
                return true;
            } finally {
                connection.rollback(); // of what was not committed
                connection.setAutoCommit(true);
            }
        });
    }

    /** Runs one statement that changes rows. */
    int change(String sql, Object... parameters) {
        return inside(connection -> change(connection, sql, parameters));
    }

    /** Runs one statement that changes rows within a transaction. */
    static int change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Runs one statement for each row of parameters. */
    void changeEach(String sql, List<Object[]> rows) {
        inside(connection -> changeEach(connection, sql, rows));
    }

    /** Runs one statement for each row of parameters within a transaction. */
    static int[] changeEach(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) return new int[0];
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                fill(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Reads all rows of an answer. */
    <T> List<T> all(Row<T> row, String sql, Object... parameters) {
        return inside(connection -> {
            try (var statement = prepared(connection, sql, parameters)) {
                return rows(statement, row);
            }
        });
    }

    /**
     * The same for a question whose best plan depends on what is asked for: PostgreSQL plans it each time, where it would
     * otherwise find one plan for all after some repetitions.
     */
    <T> List<T> allPlannedAnew(Row<T> row, String sql, Object... parameters) {
        return inside(connection -> {
            try (var statement = prepared(connection, sql, parameters)) {
                if (statement.isWrapperFor(PGStatement.class))
                    statement.unwrap(PGStatement.class).setPrepareThreshold(0);
                return rows(statement, row);
            }
        });
    }

    private static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
        try (var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) rows.add(row.of(result));
            return rows;
        }
    }

    /** Reads the first row of an answer that may have none. */
    <T> Optional<T> first(Row<T> row, String sql, Object... parameters) {
        return inside(connection -> {
            try (var statement = prepared(connection, sql, parameters);
                    var result = statement.executeQuery()) {
                return result.next() ? Optional.of(row.of(result)) : Optional.empty();
            }
        });
    }

    /** Reads the first row of an answer that always has one. */
    <T> T one(Row<T> row, String sql, Object... parameters) {
        return first(row, sql, parameters)
                .orElseThrow(() -> new DatabaseBroken(new SQLException("no row from: " + sql)));
    }

    /** What is read from a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet result) throws SQLException;
    }

    /** Does something with a connection of its own. */
    <T> T inside(Work<T> work) {
        try (var connection = source.get().getConnection()) {
            return work.with(connection);
        } catch (SQLException broken) {
            throw new DatabaseBroken(broken);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object[] parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        fill(statement, parameters);
        return statement;
    }

    private static void fill(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
    }
}
