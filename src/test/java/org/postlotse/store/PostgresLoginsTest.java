package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Lately;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;
import org.postlotse.support.RunningPostgres;

@Needs(RealPart.POSTGRESQL)
class PostgresLoginsTest extends LoginsContract {
    @RegisterExtension
    static final RunningPostgres SERVER = new RunningPostgres();

    @Override
    DataSource database() {
        return SERVER.dataSource();
    }

    @Test
    void the_question_for_insecure_mailboxes_is_planned_each_time() throws Exception {
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            var logins = StoredLogins.over(always(connection));
            var anybody = EmailAddress.parse("anybody@hoster.example").orElseThrow();
            for (int i = 0; i < 12; i++) {
                logins.insecure(new Lately(Instant.EPOCH, LocalDate.EPOCH), "", 100);
                logins.devices(anybody);
            }

            try (var rows = statement.executeQuery("select string_agg(statement, ';') from pg_prepared_statements")) {
                rows.next();
                assertThat(rows.getString(1))
                        .contains("from device where mailbox =") // the driver does keep what is repeated
                        .doesNotContain("weak = true");
            }
        }
    }

    /** As a pool has it at hand, and nobody can close it. */
    private static DataSource always(Connection connection) {
        var loader = PostgresLoginsTest.class.getClassLoader();
        var open = Proxy.newProxyInstance(
                loader,
                new Class<?>[] {Connection.class},
                (proxy, method, values) -> method.getName().equals("close") ? null : method.invoke(connection, values));
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, values) -> open);
    }
}
