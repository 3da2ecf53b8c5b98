package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check's form and its pages, for browsers that tell where a form comes from and for those that do not. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class CheckTest {
    @Test
    void password_managers_find_their_fields_and_nobody_has_to_solve_a_puzzle() {
        var page = Page.get(form());

        assertThat(page.html())
                .contains("autocomplete=\"username\"", "autocomplete=\"current-password\"")
                .doesNotContain("onpaste", "captcha", "autocomplete=\"new-password\"");
        assertThat(page.headers().get("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_password_is_never_shown_again() {
        for (var mailbox : new String[] {"", "nonsense", "x@unknown.example", "ok@demo.example"})
            for (var path : new String[] {form(), form() + "/live"})
                assertThat(Page.post(path, Map.of("mailbox", mailbox, "password", "geheim-0815"))
                                .html())
                        .doesNotContain("geheim-0815");
    }

    @Test
    void a_browser_that_tells_where_a_form_comes_from_gets_no_cookie() {
        var told = given().header("Sec-Fetch-Site", "same-origin").get(form());

        assertThat(told.detailedCookies().asList()).isEmpty();
        assertThat(told.asString()).doesNotContain("name=\"token\"");
    }

    @Test
    void a_silent_browser_proves_itself_with_cookie_and_token() {
        var path = form();
        var page = given().get(path);
        var cookie = page.detailedCookies().asList().getFirst();

        assertThat(cookie.getName()).startsWith("__Host-");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.hasExpiryDate()).isFalse();
        assertThat(silently(path, cookie.getValue(), token(page)).statusCode()).isEqualTo(200);
        assertThat(silently(path + "/live", cookie.getValue(), token(page)).asString())
                .contains("Adresse und Passwort stimmen");
    }

    @Test
    void a_token_of_another_browser_or_another_form_proves_nothing_and_says_so_kindly() {
        var path = form();
        var ours = given().get(path);
        var strangers = given().get(path);
        var cookie = ours.detailedCookies().asList().getFirst().getValue();

        for (var refused : new Response[] {
            silently(path, cookie, token(strangers)),
            silently(form(), cookie, token(ours)),
            silently(path, cookie, ""),
            silently(path, "", token(ours)),
        }) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.asString())
                    .contains("Zur Sicherheit brauchen wir das Passwort noch einmal.", "value=\"ok@demo.example\"")
                    .doesNotContain("value=\"postlotse\"");
        }
        assertThat(silently(path + "/live", "", "").asString()).contains("Zur Sicherheit brauchen wir");
    }

    @Test
    void the_token_of_a_page_that_is_shown_again_is_good() {
        var path = form();
        var page = given().get(path);
        var cookie = page.detailedCookies().asList().getFirst().getValue();
        var again = silently(path, cookie, "stale");

        assertThat(silently(path, cookie, token(again)).statusCode()).isEqualTo(200);
    }

    @Test
    void too_many_attempts_say_when_to_come_again() {
        for (int i = 0; i < 5; i++)
            Page.post(form(), Map.of("mailbox", "password-expired@demo.example", "password", "x" + i));
        var refused = Page.post(form(), Map.of("mailbox", "password-expired@demo.example", "password", "x"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().get("Retry-After"))).isBetween(800, 900);
    }

    @ParameterizedTest
    @CsvSource({
        "pop3-only@demo.example, 'Stellen Sie in Ihrem Programm den Weg ein, der geht.'",
        "puzzling@demo.example, The moon is in the wrong house.",
        "down@demo.example, Das liegt an uns."
    })
    void the_result_tells_what_to_do_and_what_each_server_said(String mailbox, String words) {
        var page = Page.post(form(), Map.of("mailbox", mailbox, "password", "postlotse"));

        assertThat(page.words())
                .contains("Das tun Sie jetzt", words, "Empfang (POP3)", "Empfang (IMAP)", "Versand (SMTP)");
        assertThat(page.words().indexOf("Das tun Sie jetzt"))
                .isLessThan(page.words().indexOf("Empfang (POP3)"));
    }

    private static String form() {
        return Page.get("/de").links("Adresse und Passwort prüfen").getFirst();
    }

    private static Response silently(String path, String cookie, String token) {
        return given().urlEncodingEnabled(false)
                .header("Cookie", "__Host-postlotse-form=" + cookie)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("mailbox", "ok@demo.example", "password", "postlotse", "token", token))
                .post(path);
    }

    private static String token(Response page) {
        return page.asString().replaceAll("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
    }
}
