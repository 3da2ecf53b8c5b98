package org.postlotse.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hoster whose nodes share a real PostgreSQL. */
public class PostgresHoster implements QuarkusTestResourceLifecycleManager {
    private @Nullable PostgresServer server;
    private Path directory = Path.of(".");

    @Override
    public Map<String, String> start() {
        if (RealPart.POSTGRESQL.missing().isPresent()) return Map.of();
        try {
            directory = Files.createTempDirectory("postlotse-postgresql");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server = PostgresServer.in(directory);
        return Map.of("postlotse.database.kind", "postgresql", "postlotse.database.url", server.jdbcUrl());
    }

    @Override
    public void stop() {
        if (server == null) return;
        server.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            System.err.println("left behind: " + directory);
        }
    }
}
