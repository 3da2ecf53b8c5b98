package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.support.Patience.waitFor;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.campaign.CaseState;
import org.postlotse.support.Chromium;
import org.postlotse.support.FreePorts;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;

/** Other systems that are told of changes, as an operator sees how they stand. */
@Needs(RealPart.CHROMIUM)
@QuarkusTest
@TestProfile(HookDeskTest.Hooked.class)
class HookDeskTest {

    @TestHTTPResource("/")
    URI address;

    @ConfigProperty(name = "test.portal")
    Optional<Integer> portal;

    @Inject
    SomeCases some;

    /** Two other systems are to be told of changes; nobody is there yet. */
    public static class Hooked extends StaffedHoster {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            var ports = FreePorts.take(2);
            for (int i = 0; i < ports.size(); i++) {
                var key = "postlotse.webhooks.targets[" + i + "].";
                settings.put(key + "name", List.of("portal", "ticket-system").get(i));
                settings.put(key + "url", "http://127.0.0.1:" + ports.get(i) + "/hook");
                settings.put(key + "secret", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
            }
            settings.put("test.portal", ports.getFirst().toString());
            return settings;
        }
    }

    @Test
    void other_systems_that_take_nothing_are_seen_and_tried_again_by_a_button(@TempDir Path directory)
            throws IOException {
        some.with("told", CaseState.WARNED);
        try (var browser = Chromium.in(directory)) {
            browser.open(address.resolve("/de/desk/log-in").toString());
            browser.type("name", "anna")
                    .type("password", StaffedHoster.PASSWORD)
                    .click("Anmelden");
            waitFor("both to fail", () -> failing(browser) == 2);
            var server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), portal.orElseThrow()), 0);
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            try {
                browser.click("Jetzt noch einmal versuchen");
                assertThat(browser.words()).contains("Wir versuchen es jetzt noch einmal.");
                waitFor("the portal to take everything", () -> failing(browser) == 1);
                assertThat(browser.words()).contains("portal Hat alles angenommen", "ticket-system Nimmt nichts an");
                assertThat(barriers(browser)).isEmpty();
            } finally {
                server.stop(0);
            }
        }
    }

    private long failing(Chromium browser) {
        browser.open(address.resolve("/de/desk/webhooks").toString());
        return Pattern.compile("Nimmt nichts an")
                .matcher(browser.words())
                .results()
                .count();
    }

    private List<String> barriers(Chromium browser) {
        var found = new ArrayList<String>();
        for (var language : List.of("de", "en")) {
            browser.open(address.resolve("/" + language + "/desk/webhooks").toString());
            Desk.look(browser, "/webhooks-rows", language, found);
        }
        return found;
    }
}
