package org.postlotse.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.support.Needs;
import org.postlotse.support.PostgresServer;
import org.postlotse.support.RealPart;

@Needs(RealPart.POSTGRESQL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresDeskTest extends DeskContract {
    private PostgresServer server;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = PostgresServer.in(directory);
    }

    @AfterAll
    void stop() {
        if (server != null) server.close();
    }

    @Override
    DataSource database() {
        return server.dataSource();
    }
}
