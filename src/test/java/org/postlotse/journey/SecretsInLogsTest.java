package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postlotse.staff.TokenHash;

/** However much is logged, by us or by what we stand on: no password, no whole address, no token. */
@QuarkusTest
@TestProfile(SecretsInLogsTest.Talkative.class)
class SecretsInLogsTest {
    private static final String PASSWORD = "Nadel im Heuhäufchen+4711";
    private static final String TOKEN = "postlotse_needle-token";
    private static final String MAILBOX = "ok@demo.example";

    /** Everything is logged that can be. */
    public static class Talkative extends DemoHoster {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.log.min-level", "TRACE");
            settings.put("postlotse.operators.tokens[0].name", "portal");
            settings.put(
                    "postlotse.operators.tokens[0].hash", TokenHash.of(TOKEN).encoded());
            return settings;
        }
    }

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final HeardLog heard = new HeardLog();
    private final Logger root = Logger.getLogger("");
    private Level before = Level.INFO;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(heard);
    }

    @AfterEach
    void stop() {
        root.removeHandler(heard);
        root.setLevel(before);
    }

    @Test
    void no_check_of_any_kind_leaves_its_secrets_in_the_log() {
        var form = Page.get("/de").links("Adresse und Passwort prüfen").getFirst();
        for (var mailbox :
                List.of(MAILBOX, "puzzling@demo.example", "down@demo.example", "silly@@demo", "x@else.example"))
            for (var path : List.of(form, form + "/live"))
                Page.post(path, Map.of("mailbox", mailbox, "password", PASSWORD, "login-name", MAILBOX));
        for (var body : List.of(
                "{\"mailbox\":\"" + MAILBOX + "\",\"password\":\"" + PASSWORD + "\"}",
                "{\"mailbox\":\"" + MAILBOX + "\",\"password\":\"" + PASSWORD,
                "{\"mailbox\":\"" + MAILBOX + "\",\"passwort\":\"" + PASSWORD + "\"}"))
            for (var type : List.of("application/json", "text/plain"))
                given().header("Authorization", "Bearer " + TOKEN)
                        .contentType(type)
                        .body(body)
                        .post("/api/check");

        assertThat(heard.lines()).anySatisfy(line -> assertThat(line).contains("checked o…@demo.example"));
        assertThat(heard.lines().size()).as("lines at all levels").isGreaterThan(100);
        for (var secret : secrets()) assertThat(heard.lines()).as(secret).noneMatch(line -> line.contains(secret));
        assertThat(heard.lines()).noneMatch(line -> line.contains(MAILBOX));
    }

    @Test
    void no_metric_and_no_error_page_knows_anybody() {
        var form = Page.get("/de").links("Adresse und Passwort prüfen").getFirst();
        Page.post(form, Map.of("mailbox", "down@demo.example", "password", PASSWORD));
        var metrics = given().get(management.resolve("/q/metrics")).asString();
        assertThat(metrics)
                .contains("postlotse_check_findings")
                .doesNotContain("down@", "demo.example")
                .doesNotContain(secrets());
        var broken = Page.post("/de/s/nonsense/check", Map.of("mailbox", MAILBOX, "password", PASSWORD));
        assertThat(broken.status()).isBetween(400, 499);
        assertThat(broken.html()).doesNotContain(secrets());
    }

    /** In each form in which they go through the product: as typed, in a form's body, in a mail server's dialogue. */
    private static List<String> secrets() {
        var sent = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        return List.of(
                PASSWORD,
                new String(PASSWORD.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                sent,
                sent.replace("+", "%20"),
                base64(PASSWORD),
                base64("\0" + MAILBOX + "\0" + PASSWORD),
                TOKEN);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
