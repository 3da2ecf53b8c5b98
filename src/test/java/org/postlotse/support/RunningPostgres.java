package org.postlotse.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real PostgreSQL for all tests of a class, where it is installed: registered by a static field. */
public final class RunningPostgres implements BeforeAllCallback, AfterAllCallback {
    private Optional<PostgresServer> server = Optional.empty();
    private Path directory = Path.of("");

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("postgres");
        server = Optional.of(PostgresServer.in(directory));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.ifPresent(PostgresServer::close);
        server = Optional.empty();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** Its database, for whoever comes; there is no password. */
    public String jdbcUrl() {
        return server.orElseThrow().jdbcUrl();
    }

    public DataSource dataSource() {
        return server.orElseThrow().dataSource();
    }
}
