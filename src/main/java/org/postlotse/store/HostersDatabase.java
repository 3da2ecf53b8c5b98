package org.postlotse.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The hoster's own database: a few connections, opened when they are first needed, that only read. The parameter of a
 * query is only ever a parameter; no text of a stranger's becomes SQL.
 */
@Singleton
class HostersDatabase {
    private static final int MOST_CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SECONDS = 3;

    private final HostersSettings settings;
    private Optional<AgroalDataSource> pool = Optional.empty();

    @Inject
    HostersDatabase(HostersSettings settings) {
        this.settings = settings;
    }

    /** What is read from a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet result) throws SQLException;
    }

    /** The first row, where there is one. */
    <T> Optional<T> first(String query, String parameter, Row<T> row) throws SQLException {
        try (var connection = pool().getConnection()) {
            connection.setReadOnly(true);
            try (var statement = connection.prepareStatement(query)) {
                statement.setMaxRows(1);
                statement.setQueryTimeout(SECONDS);
                statement.setString(1, parameter);
                try (var result = statement.executeQuery()) {
                    return result.next() ? Optional.of(row.of(result)) : Optional.empty();
                }
            }
        }
    }

    /** In words for operators. Never the driver's own: they may quote the row. */
    static String why(SQLException broken) {
        var state = broken.getSQLState() == null ? "" : broken.getSQLState();
        var code = state.isEmpty() ? "" : " (SQLSTATE " + state + ")";
        if (state.startsWith("08") || state.isEmpty()) return "the database can not be reached" + code;
        return (state.startsWith("42") ? "the database refuses the query" : "the database failed") + code;
    }

    @PreDestroy
    synchronized void close() {
        pool.ifPresent(AgroalDataSource::close);
        pool = Optional.empty();
    }

    private synchronized AgroalDataSource pool() throws SQLException {
        if (pool.isEmpty()) pool = Optional.of(AgroalDataSource.from(configuration()));
        return pool.get();
    }

    private AgroalDataSourceConfigurationSupplier configuration() {
        return new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(connections -> connections
                        .maxSize(MOST_CONNECTIONS)
                        .acquisitionTimeout(PATIENCE)
                        .maxLifetime(Duration.ofMinutes(30))
                        .reapTimeout(Duration.ofMinutes(5))
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .validateOnBorrow(true) // a restarted database leaves dead connections in the pool
                        .connectionFactoryConfiguration(this::factory));
    }

    private AgroalConnectionFactoryConfigurationSupplier factory(AgroalConnectionFactoryConfigurationSupplier factory) {
        factory.jdbcUrl(settings.url()).loginTimeout(PATIENCE);
        settings.username().ifPresent(name -> factory.principal(new NamePrincipal(name)));
        settings.password().ifPresent(password -> factory.credential(new SimplePassword(password)));
        if (!settings.url().startsWith("jdbc:postgresql:")) return factory;
        return factory.jdbcProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()))
                .jdbcProperty("socketTimeout", Integer.toString(SECONDS + 1))
                .jdbcProperty("readOnlyMode", "always") // else it is only meant within a transaction
                .jdbcProperty("ApplicationName", "postlotse");
    }
}
