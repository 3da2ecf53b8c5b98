package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.staff.TokenHash;

/** The check as the hoster's portal asks for it. */
@QuarkusTest
@TestProfile(CheckApiTest.WithPortal.class)
class CheckApiTest {
    /** Not drawn: a profile and its tests live in different class loaders. */
    private static final String TOKEN = "postlotse_portal";

    private static final String READER = "postlotse_reader";

    /** The demonstration, with a portal and a machine that may only read the desk. */
    public static class WithPortal extends DemoHoster {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("postlotse.operators.tokens[0].name", "portal");
            settings.put(
                    "postlotse.operators.tokens[0].hash", TokenHash.of(TOKEN).encoded());
            settings.put("postlotse.operators.tokens[1].name", "reader");
            settings.put(
                    "postlotse.operators.tokens[1].hash", TokenHash.of(READER).encoded());
            settings.put("postlotse.operators.tokens[1].role", "support");
            return settings;
        }
    }

    @Test
    void a_right_password_works_at_every_server() {
        var answer = check("ok@demo.example", "postlotse");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.jsonPath().getString("verdict")).isEqualTo("working");
        assertThat(answer.jsonPath().getString("blame")).isEqualTo("nobody");
        assertThat(answer.jsonPath().getString("title")).isEqualTo("Adresse und Passwort stimmen");
        assertThat(answer.jsonPath().getList("servers.verdict")).containsExactly("working", "working", "working");
        assertThat(answer.jsonPath().getList("servers.protocol")).containsExactlyInAnyOrder("pop3", "imap", "smtp");
    }

    @Test
    void a_wrong_one_tells_what_to_do_in_the_readers_language_and_never_itself() {
        var answer = given().header("Authorization", "Bearer " + TOKEN)
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(Map.of("mailbox", "ok@demo.example", "password", "geheim-0815", "customerAddress", "2001:db8::7"))
                .post("/api/check");

        assertThat(answer.jsonPath().getString("verdict")).isEqualTo("wrong-password");
        assertThat(answer.jsonPath().getString("blame")).isEqualTo("customer");
        assertThat(answer.jsonPath().getString("next")).startsWith("Type the password");
        assertThat(answer.asString()).doesNotContain("geheim");
        // its sentence may differ where there is no such mailbox
        assertThat(answer.jsonPath().getList("servers.said")).containsOnly("");
    }

    @Test
    void what_a_server_said_is_handed_on_folded() {
        var answer = check("puzzling@demo.example", "postlotse");

        assertThat(answer.jsonPath().getList("servers.said", String.class))
                .anySatisfy(said -> assertThat(said).contains("The moon is in the wrong house."));
    }

    @Test
    void nobody_comes_in_without_a_token_of_the_right_role() {
        var body = Map.of("mailbox", "ok@demo.example", "password", "postlotse");
        for (var authorization : new String[] {"", "Bearer ", "Bearer nonsense", "Basic eDp5"}) {
            var refused = given().header("Authorization", authorization)
                    .contentType("application/json")
                    .body(body)
                    .post("/api/check");
            assertThat(refused.statusCode()).as(authorization).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        }
        var reader = given().header("Authorization", "Bearer " + READER)
                .contentType("application/json")
                .body(body)
                .post("/api/check");
        problem(reader, 403, "role");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | no JSON object | nonsense",
                "400 | no JSON object | []",
                "400 | no JSON object | {\"mailbox\":\"a@demo.example\",\"password\":\"geheim",
                "400 | behind | {\"mailbox\":\"a@demo.example\"} {}",
                "400 | “passwort” | {\"passwort\":\"geheim\"}",
                "400 | “<?script?” | {\"<?script?\":\"\"}",
                "400 | “mailbox” is no text | {\"mailbox\":{\"password\":\"geheim\"}}",
                "400 | no IP address | {\"customerAddress\":\"example.org\",\"password\":\"geheim\"}",
                "422 | no e-mail address | {\"mailbox\":\"nobody\",\"password\":\"geheim\"}",
                "422 | not served here | {\"mailbox\":\"a@elsewhere.example\",\"password\":\"geheim\"}",
                "422 | missing | {\"mailbox\":\"ok@demo.example\",\"password\":\"\"}",
                "422 | missing | {\"mailbox\":\"ok@demo.example\",\"password\":null}"
            })
    void a_body_that_is_not_as_described_is_told_what_is_wrong(int status, String words, String body) {
        problem(post("application/json", body), status, words.replace("<?script?", "??script?"));
    }

    @Test
    void other_types_and_methods_are_problems_too() {
        problem(post("application/x-www-form-urlencoded", "mailbox=a&password=geheim"), 415, "openapi");
        problem(given().header("Authorization", "Bearer " + TOKEN).get("/api/check"), 405, "openapi");
        problem(given().header("Authorization", "Bearer " + TOKEN).get("/api/nothing"), 404, "openapi");
    }

    @Test
    void limits_count_by_the_customers_own_address_and_say_when_to_come_again() {
        Response last = check("password-expired@demo.example", "x");
        for (int i = 0; i < 5; i++) last = check("password-expired@demo.example", "x" + i);

        problem(last, 429, "too many checks");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(800, 900);
    }

    @Test
    void the_description_is_whole_and_of_the_API_only() {
        var described = given().accept("application/json").get("/api/openapi?format=json");

        assertThat(described.statusCode()).isEqualTo(200);
        var json = described.jsonPath();
        assertThat(json.getMap("paths"))
                .containsOnlyKeys(
                        "/api/check",
                        "/api/cases",
                        "/api/mailboxes/{address}",
                        "/api/mailboxes/{address}/banner",
                        "/api/bounces");
        assertThat(json.getMap("paths.'/api/check'.post.responses"))
                .containsOnlyKeys("200", "400", "401", "403", "415", "422", "429");
        assertThat(json.getString("components.securitySchemes.token.scheme")).isEqualTo("bearer");
        assertThat(json.getMap("components.schemas.CheckRequest.properties"))
                .containsOnlyKeys("mailbox", "password", "loginName", "customerAddress");
        assertThat(json.getList("components.schemas.CheckRequest.required")).isEqualTo(List.of("mailbox", "password"));
        assertThat(json.getMap("components.schemas.CheckAnswer.properties"))
                .containsOnlyKeys("verdict", "blame", "title", "text", "next", "servers");
    }

    private static Response check(String mailbox, String password) {
        return given().header("Authorization", "Bearer " + TOKEN)
                .contentType("application/json")
                .body(Map.of("mailbox", mailbox, "password", password, "customerAddress", "203.0.113.20"))
                .post("/api/check");
    }

    private static Response post(String type, String body) {
        return given().header("Authorization", "Bearer " + TOKEN)
                .contentType(type)
                .body(body)
                .post("/api/check");
    }

    private static void problem(Response response, int status, String words) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("detail")).contains(words);
        assertThat(response.asString()).doesNotContain("geheim");
    }
}
