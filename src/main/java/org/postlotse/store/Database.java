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
import javax.sql.DataSource;

/** The one data source that was chosen at start, and the two ways in which this room talks to it. */
@Singleton
class Database {
    private final DataSource source;

    @Inject
    Database(@Any InjectableInstance<AgroalDataSource> sources) {
        this(sources.getActive());
    }

    Database(DataSource source) {
        this.source = source;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Runs one statement that changes rows. */
    int change(String sql, Object... parameters) {
        return inside(connection -> {
            try (var statement = prepared(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Reads the first row of an answer that always has one. */
    <T> T one(Row<T> row, String sql, Object... parameters) {
        return inside(connection -> {
            try (var statement = prepared(connection, sql, parameters);
                    var result = statement.executeQuery()) {
                if (!result.next()) throw new SQLException("no row from: " + sql);
                return row.of(result);
            }
        });
    }

    /** What is read from a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet result) throws SQLException;
    }

    private <T> T inside(Work<T> work) {
        try (var connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException broken) {
            throw new DatabaseBroken(broken);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object[] parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
        return statement;
    }
}
