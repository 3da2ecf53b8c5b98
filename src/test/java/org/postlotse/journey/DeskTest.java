package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the operators' desk, and who gets how far. */
@QuarkusTest
@TestProfile(StaffedHoster.class)
class DeskTest {
    private static final String COOKIE = "__Host-desk";

    @Test
    void a_stranger_is_led_to_the_log_in() {
        var answer = given().redirects().follow(false).get("/en/desk");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/en/desk/log-in");
        assertThat(given().get("/en/desk/log-in").asString()).contains("<h1>Log in</h1>");
    }

    @Test
    void the_desk_without_a_language_speaks_the_browsers() {
        var answer = given().redirects()
                .follow(false)
                .header("Accept-Language", "en")
                .get("/desk/domains");

        assertThat(answer.header("Location")).endsWith("/en/desk/domains");
    }

    @Test
    void an_operator_logs_in_and_out() {
        var in = logIn("Anna", StaffedHoster.PASSWORD);

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.header("Location")).endsWith("/de/desk");
        assertThat(in.header("Set-Cookie"))
                .startsWith(COOKIE + "=")
                .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Strict", "Max-Age=1800");

        var desk = given().cookie(COOKIE, in.cookie(COOKIE)).get("/de/desk");
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.header("Cache-Control")).isEqualTo("no-store");
        assertThat(desk.asString()).contains("Angemeldet: anna");

        var out = given().redirects()
                .follow(false)
                .cookie(COOKIE, in.cookie(COOKIE))
                .post("/de/desk/log-out");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.header("Set-Cookie")).startsWith(COOKIE + "=;").contains("Max-Age=0");
    }

    @Test
    void a_wrong_password_is_told_on_the_same_page_without_saying_what_was_wrong() {
        var wrongPassword = logIn("sven", "guess");
        var wrongName = logIn("nobody", "guess");

        assertThat(wrongPassword.statusCode()).isEqualTo(422);
        assertThat(wrongPassword.header("Set-Cookie")).isNull();
        assertThat(wrongPassword.asString())
                .contains("Name oder Passwort stimmen nicht.")
                .doesNotContain("guess");
        assertThat(wrongName.asString().replace("nobody", "sven")).isEqualTo(wrongPassword.asString());
    }

    @Test
    void guessing_ends_soon_even_for_the_right_password() {
        for (int i = 0; i < 10; i++)
            assertThat(logIn("demo", "guess " + i).statusCode()).isEqualTo(422);

        var locked = logIn("demo", StaffedHoster.PASSWORD);

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.asString()).contains("in 15 Minuten");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "forged", "AAAA", "Zm9yZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2VkZm9yZ2Vk"})
    void a_forged_cookie_is_no_cookie(String value) {
        assertThat(given().redirects()
                        .follow(false)
                        .cookie(COOKIE, value)
                        .get("/de/desk")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_form_from_another_site_is_refused() {
        assertThat(given().header("Sec-Fetch-Site", "cross-site")
                        .formParam("name", "anna")
                        .formParam("password", StaffedHoster.PASSWORD)
                        .post("/de/desk/log-in")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_machines_token_does_not_open_the_desk() {
        assertThat(given().header("Authorization", "Bearer " + StaffedHoster.TOKEN)
                        .get("/de/desk")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().redirects()
                        .follow(false)
                        .header("Authorization", "Bearer " + StaffedHoster.TOKEN + "x")
                        .get("/de/desk")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void customers_pages_know_nobody() {
        assertThat(given().header("Authorization", "Bearer nonsense")
                        .cookie(COOKIE, "nonsense")
                        .get("/de")
                        .statusCode())
                .isEqualTo(200);
    }

    static Response logIn(String name, String password) {
        return given().redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("password", password)
                .post("/de/desk/log-in");
    }
}
