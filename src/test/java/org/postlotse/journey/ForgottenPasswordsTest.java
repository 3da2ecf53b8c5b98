package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.support.Traces;

/**
 * After many checks with as many passwords the product's memory, database, metrics and pages hold none of them.
 * {@code -Dtest.checks=1000} makes it long.
 */
@QuarkusTest
@QuarkusTestResource(value = CrowdedHoster.class, restrictToAnnotatedClass = true)
class ForgottenPasswordsTest {
    private static final int CHECKS = Integer.getInteger("test.checks", 200);

    UnaryOperator<String> crowd;

    @TestHTTPResource("/")
    URI address;

    @Inject
    @Any
    InjectableInstance<AgroalDataSource> databases;

    @TempDir
    Path directory;

    @Test
    void are_nowhere() throws Exception {
        var planted = Planted.fresh();
        var done = crowd.apply("GO " + address + " " + CHECKS);
        assertThat(done)
                .startsWith("DONE")
                .contains("status 200=" + CHECKS * 9 / 10)
                .doesNotContain("shown again");
        var dump = directory.resolve("memory.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        var database = script();
        var metrics = given().baseUri("http://localhost:" + managementPort())
                .get("/q/metrics")
                .asString();
        var mark = crowd.apply("the memory has been written down").substring("MARK ".length());

        var found = new TreeMap<String, Integer>();
        Traces.of(mark).forEach((form, octets) -> found.put(form, Traces.in(dump, octets)));
        var plantedFound = planted.found(dump);
        System.out.println("heap dump of " + Files.size(dump) / 1_000_000 + " MB after " + CHECKS + " checks: " + found
                + "; planted: " + plantedFound);
        assertThat(found).allSatisfy((form, times) -> assertThat(times).as(form).isZero());
        // the search is worth nothing unless it finds what is there
        assertThat(plantedFound).containsKeys("octets", "UTF-16LE", "UTF-16BE", "Base64, 1");
        assertThat(database).contains("throttle").doesNotContain(mark);
        assertThat(metrics).contains("postlotse_check_findings_total").doesNotContain(mark);
    }

    /** A password that somebody forgot to wipe, in each form in which it goes through a program. */
    private record Planted(char[] characters, byte[] utf8, byte[] utf16, byte[] encoded, byte[] plain) {
        static Planted fresh() {
            var password = UUID.randomUUID() + "käse";
            var sasl =
                    Base64.getEncoder().encode(("\0erika@example.org\0" + password).getBytes(StandardCharsets.UTF_8));
            return new Planted(
                    password.toCharArray(),
                    password.getBytes(StandardCharsets.UTF_8),
                    password.getBytes(StandardCharsets.UTF_16LE),
                    URLEncoder.encode(password, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII),
                    sasl);
        }

        Map<String, Integer> found(Path dump) throws IOException {
            var whole = new String(characters);
            var mark = whole.substring(0, whole.length() - 4); // as the crowd's: what stands around it is not looked at
            var found = new TreeMap<String, Integer>();
            Traces.of(mark).forEach((form, octets) -> {
                int times = Traces.in(dump, octets);
                if (times > 0) found.put(form, times);
            });
            assertThat(List.of(utf8, utf16, encoded, plain)).doesNotContainNull();
            return found;
        }
    }

    private String script() throws SQLException {
        var all = new StringBuilder();
        try (var connection = databases.getActive().getConnection();
                var statement = connection.createStatement();
                var lines = statement.executeQuery("SCRIPT")) {
            while (lines.next()) all.append(lines.getString(1)).append('\n');
        }
        return all.toString();
    }

    private static String managementPort() {
        return org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("quarkus.management.test-port", String.class);
    }
}
