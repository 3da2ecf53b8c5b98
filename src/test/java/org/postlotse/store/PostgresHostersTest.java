package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.catalogue.YamlCatalogue;
import org.postlotse.support.Needs;
import org.postlotse.support.PostgresServer;
import org.postlotse.support.RealPart;
import org.postlotse.support.RunningPostgres;

@Needs(RealPart.POSTGRESQL)
class PostgresHostersTest extends HostersContract {
    @RegisterExtension
    static final RunningPostgres SERVER = new RunningPostgres();

    @Override
    String url() {
        return SERVER.jdbcUrl();
    }

    @Test
    void a_database_that_is_gone_leaves_what_it_said(@TempDir Path directory) throws Exception {
        var own = PostgresServer.in(directory);
        try (var connection = DriverManager.getConnection(own.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute("create table domains as select text 'a.test' as name");
        }
        var settings = new HostersSettings(new WrittenHosters(Map.of(
                "url", own.jdbcUrl(), "domain-query", "select 1 from domains where name = ?", "remember", "10s")));
        var database = new HostersDatabase(settings);
        var clock = new MovedClock();
        var catalogue = new YamlCatalogue(YamlCatalogue.WITHOUT_DOMAINS, clock, new JdbcDomains(database, settings))
                .catalogue();
        assertThat(catalogue.brandOf(new Domain("a.test"))).isPresent();

        database.close(); // or the server waits for it
        own.close();
        clock.move(Duration.ofHours(1));

        assertThat(catalogue.brandOf(new Domain("a.test"))).isPresent();
        assertThat(catalogue.brandOf(new Domain("b.test"))).isEmpty();
        assertThat(catalogue.brandOf(new Domain("c.test"))).isEmpty();
        assertThat(catalogue.domainSources())
                .filteredOn(state -> state.id().equals("sql"))
                .singleElement()
                .satisfies(state ->
                        assertThat(state.complaint().orElse("")).startsWith("the database can not be reached"));
    }
}
