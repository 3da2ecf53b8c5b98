package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postlotse.support.DnsServer;

/** The desk's pages about domains, before a DNS of the tests' own. */
@QuarkusTest
@TestProfile(DomainsDeskTest.Hoster.class)
class DomainsDeskTest {
    private static final String COOKIE = "__Host-desk";

    /** A hoster with people at the desk, in a small DNS. */
    public static class Hoster extends StaffedHoster {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SmallDns.class));
        }
    }

    /** One name leads elsewhere, to a network that there is not. */
    public static class SmallDns implements QuarkusTestResourceLifecycleManager {
        private final DnsServer server = DnsServer.start();

        @Override
        public Map<String, String> start() {
            server.with("""
                    autoconfig.demo.example. 300 IN A 192.0.2.1
                    _imaps._tcp.demo.example. 300 IN SRV 0 1 994 localhost.
                    """);
            return Map.of("postlotse.dns.servers[0]", server.address());
        }

        @Override
        public void stop() {
            server.close();
        }
    }

    @Test
    void support_reads_which_records_a_domain_needs() {
        var page = read("sven", "/en/desk/domains/demo.example");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("autoconfig.demo.example. 3600 IN CNAME sicher.example.test.")
                .contains("These records belong into the zone")
                .doesNotContain("What DNS says");
    }

    @Test
    void support_may_not_ask_dns() {
        assertThat(press("sven", "/en/desk/domains/demo.example").statusCode()).isEqualTo(403);
    }

    @Test
    void an_operator_sees_what_is_there_and_what_to_paste() {
        var page = press("anna", "/de/desk/domains/demo.example");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains(
                        "führt zu jemand anderem",
                        "192.0.2.1",
                        "sagt etwas anderes als unser Angebot",
                        "0 1 994 localhost.")
                .contains("Das fehlt noch, zum Kopieren");
    }

    @Test
    void a_typed_domain_leads_to_its_page_in_any_spelling() {
        var found = given().redirects()
                .follow(false)
                .cookie(COOKIE, cookie("sven"))
                .queryParam("domain", " Demo.Example. ")
                .get("/de/desk/domains");

        assertThat(found.statusCode()).isEqualTo(303);
        assertThat(found.header("Location")).endsWith("/de/desk/domains/demo.example");
    }

    @Test
    void what_is_no_domain_or_none_of_ours_is_said_on_the_same_page() {
        assertThat(read("sven", "/de/desk/domains?domain=%3Cb%3E").asString())
                .contains("Das ist keine Domain.")
                .contains("value=\"&lt;b&gt;\"");
        assertThat(read("sven", "/de/desk/domains?domain=stranger.test").statusCode())
                .isEqualTo(422);
        assertThat(read("sven", "/de/desk/domains/stranger.test").statusCode()).isEqualTo(404);
        assertThat(read("sven", "/de/desk/domains").asString())
                .contains("demo.example", "<code translate=\"no\">listed</code>: in Ordnung");
    }

    @Test
    void a_stranger_sees_nothing() {
        assertThat(given().redirects()
                        .follow(false)
                        .get("/de/desk/domains/demo.example")
                        .statusCode())
                .isEqualTo(303);
    }

    private static Response read(String name, String path) {
        return given().urlEncodingEnabled(false).cookie(COOKIE, cookie(name)).get(path);
    }

    private static Response press(String name, String path) {
        return given().cookie(COOKIE, cookie(name)).post(path);
    }

    private static String cookie(String name) {
        return DeskTest.logIn(name, StaffedHoster.PASSWORD).cookie(COOKIE);
    }
}
