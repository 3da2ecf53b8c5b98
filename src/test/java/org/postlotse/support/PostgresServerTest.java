package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(RealPart.POSTGRESQL)
class PostgresServerTest {
    @Test
    void answers_until_it_is_closed_and_ends_with_all_its_children(@TempDir Path directory) throws SQLException {
        try (var server = PostgresServer.in(directory)) {
            try (var connection = DriverManager.getConnection(server.jdbcUrl());
                    var answer = connection.createStatement().executeQuery("select upper('grüße')")) {
                assertThat(answer.next()).isTrue();
                assertThat(answer.getString(1)).isEqualTo("GRÜßE");
            }
            var family = server.family();

            server.close();

            assertThat(family).hasSizeGreaterThan(1).noneMatch(ProcessHandle::isAlive);
            assertThatThrownBy(
                            () -> DriverManager.getConnection(server.jdbcUrl()).close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("refused");
        }
    }
}
