package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DemoHoster.class)
class WizardTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void the_root_speaks_the_browsers_language_and_german_where_nothing_tells() {
        assertThat(root("en-GB,en;q=0.9,de;q=0.5")).endsWith("/en");
        assertThat(root("de-AT")).endsWith("/de");
        assertThat(root("fr")).endsWith("/de");
        assertThat(root("%%%")).endsWith("/de");
    }

    @Test
    void a_customer_is_led_from_the_start_to_the_first_step() {
        var device =
                Page.post("/de/mailbox", Map.of("mailbox", " Ok@Demo.Example ")).follow();
        assertThat(device.heading()).isEqualTo("Welches Gerät möchten Sie umstellen?");

        var step = device.click("Windows")
                .click("Thunderbird")
                .click("Konto ändern")
                .click("IMAP");

        assertThat(step.title()).contains("Schritt 1 von");
        assertThat(step.headers().get("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "Windows, Thunderbird, Konto ändern",
        "Windows, Thunderbird, neu hinzufügen",
        "Windows, Outlook, Konto ändern",
        "Windows, Outlook, neu hinzufügen",
        "iPhone, Mail, Konto ändern",
        "iPhone, Mail, mit einem Profil",
        "iPad, Mail, neu hinzufügen"
    })
    void every_route_can_be_walked_to_its_check(String device, String program, String route) {
        for (var protocol : new String[] {"IMAP", "POP3"}) {
            var page = Page.post("/de/mailbox", Map.of("mailbox", "ok@demo.example"))
                    .follow()
                    .click(device)
                    .click(program)
                    .click(route)
                    .click(protocol);
            int steps = 0;
            while (page.title().contains("Schritt")) {
                assertThat(page.words()).doesNotContain("{", "}", "[[", "]]");
                page = page.click("Weiter");
                steps++;
            }
            assertThat(steps).isBetween(3, 15);
            assertThat(page.heading()).isEqualTo("Möchten Sie Adresse und Passwort prüfen lassen?");
        }
    }

    @Test
    void a_step_shows_the_customers_own_values() {
        var page = Page.post("/de/mailbox", Map.of("mailbox", "ok@demo.example"))
                .follow()
                .click("Windows")
                .click("Thunderbird")
                .click("Konto ändern")
                .click("IMAP");
        var all = new StringBuilder();
        while (page.title().contains("Schritt")) {
            all.append(page.words());
            page = page.click("Weiter");
        }
        assertThat(all.toString()).contains("localhost", "ok@demo.example", "SSL/TLS", "STARTTLS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | Geben Sie eine E-Mail-Adresse ein
            '   '                  | Geben Sie eine E-Mail-Adresse ein
            erika                  | fehlt das Zeichen @
            erika@                 | So sieht keine E-Mail-Adresse aus
            a b@demo.example       | So sieht keine E-Mail-Adresse aus
            erika@unknown.example  | Zu unknown.example kennen wir keine Werte
            <b>@x.example          | So sieht keine E-Mail-Adresse aus
            """)
    void a_wrong_address_is_answered_on_the_same_page(String typed, String words) {
        var page = Page.post("/de/mailbox", Map.of("mailbox", typed));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Fehler: ");
        assertThat(page.words()).contains(words);
        assertThat(page.html()).doesNotContain("<b>@");
    }

    @Test
    void nobody_has_to_tell_an_address() {
        var step = Page.get("/de/mailbox")
                .click("Ohne Adresse weiter")
                .click("Windows")
                .click("Thunderbird")
                .click("Konto ändern")
                .click("POP3");

        assertThat(step.title()).contains("Schritt 1 von");
    }

    @Test
    void a_device_that_sends_by_itself_gets_the_sending_half_only() {
        var page = Page.get("/de/mailbox").click("Ohne Adresse weiter").click("Drucker");

        assertThat(page.heading()).isEqualTo("Stellen Sie den Versand um");
        assertThat(page.words()).contains("SMTP").doesNotContain("POP3");
    }

    @Test
    void an_unknown_program_gets_the_six_words_to_look_for() {
        var page = Page.get("/de/mailbox")
                .click("Ohne Adresse weiter")
                .click("Android")
                .click("anderes Programm");

        assertThat(page.heading()).isEqualTo("Suchen Sie in Ihrem Programm diese sechs Wörter");
    }

    @ParameterizedTest
    @CsvSource({
        "ok@demo.example, Adresse und Passwort stimmen",
        "wrong-password@demo.example, Unser Server hat Adresse und Passwort nicht angenommen",
        "pop3-only@demo.example, Dieses Postfach geht nur auf einem Weg",
        "down@demo.example, Unser Server hat gerade eine Störung"
    })
    void the_check_tells_what_the_servers_said(String mailbox, String heading) {
        var page = check(mailbox, "postlotse");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo(heading);
        assertThat(page.headers().get("Cache-Control")).isEqualTo("no-store");
        assertThat(page.html()).doesNotContain("value=\"postlotse\"");
    }

    @Test
    void a_check_without_a_password_asks_for_it_and_shows_none() {
        var page = check("ok@demo.example", "");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains("Geben Sie das Passwort Ihres Postfachs ein.");
    }

    @Test
    void the_sixth_check_of_a_mailbox_is_asked_to_wait() {
        for (int i = 0; i < 5; i++)
            assertThat(check("account-disabled@demo.example", "x" + i).heading())
                    .doesNotContain("Zu viele");
        assertThat(check("account-disabled@demo.example", "x").heading()).startsWith("Zu viele Versuche.");
    }

    @Test
    void neither_passwords_nor_whole_addresses_reach_the_log() {
        var heard = new HeardLog();
        Logger.getLogger("").addHandler(heard);
        try {
            check("preauth@demo.example", "geheim-4711");
            check("app-password@demo.example", "postlotse");
        } finally {
            Logger.getLogger("").removeHandler(heard);
        }
        assertThat(heard.lines()).anyMatch(line -> line.contains("ap…@demo.example"));
        assertThat(heard.lines())
                .noneMatch(line -> line.contains("geheim-4711") || line.contains("app-password@demo.example"));
    }

    @Test
    void health_and_metrics_stand_on_a_port_of_their_own() {
        given().get(management.resolve("/q/health")).then().statusCode(200);
        check("too-many@demo.example", "postlotse");
        assertThat(given().get(management.resolve("/q/metrics")).asString())
                .contains("postlotse_check_findings_total{")
                .contains("verdict=\"too-many-attempts\"");
        assertThat(Page.get("/q/health").status()).isEqualTo(404);
        assertThat(Page.get("/q/metrics").status()).isEqualTo(404);
    }

    @Test
    void a_form_from_another_site_is_refused() {
        for (var header :
                new String[][] {{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://evil.example"}, {"Origin", "null"}
                })
            given().header(header[0], header[1])
                    .contentType("application/x-www-form-urlencoded")
                    .formParam("mailbox", "ok@demo.example")
                    .post("/de/mailbox")
                    .then()
                    .statusCode(403);
    }

    @Test
    void a_forged_or_old_link_says_so_and_loses_nothing() {
        for (var page : new String[] {"device", "program", "check", "other", "sender", "settings", "done", "step/1"}) {
            var expired = Page.get("/de/s/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/" + page);
            assertThat(expired.heading()).as(page).isEqualTo("Dieser Link gilt nicht mehr");
            assertThat(expired.status()).as(page).isEqualTo(410);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/de/nothing", "/xx", "/fr/mailbox", "/de/s/x", "/nothing"})
    void what_is_not_there_is_a_page_in_plain_words(String path) {
        var page = Page.get(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.heading()).isEqualTo("Diese Seite gibt es nicht");
    }

    @Test
    void the_profile_is_a_real_download_for_the_sealed_mailbox_only() {
        var page = Page.post("/de/mailbox", Map.of("mailbox", "ok@demo.example"))
                .follow()
                .click("iPhone")
                .click("Mail")
                .click("mit einem Profil")
                .click("IMAP")
                .click("Weiter");
        var profile = Page.get(page.links("Profil laden").getFirst());

        assertThat(profile.status()).isEqualTo(200);
        assertThat(profile.headers().get("Content-Type")).isEqualTo("application/x-apple-aspen-config");
        assertThat(profile.html())
                .contains("EmailTypeIMAP", "ok@demo.example")
                .doesNotContain("Password</key><string>");
    }

    @Test
    void every_page_forbids_foreign_scripts_styles_and_frames() {
        var headers = Page.get("/de").headers();

        assertThat(headers.get("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.get("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void styles_and_scripts_are_kept_for_a_year_under_their_digest() {
        var style = Page.get("/de").html().replaceAll("(?s).*href=\"([^\"]*base\\.css)\".*", "$1");

        assertThat(Page.get(style).headers().get("Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void the_demo_tells_newcomers_what_to_try() {
        assertThat(Page.get("/de").words()).contains("wrong-password@demo.example", "postlotse");
    }

    private static Page check(String mailbox, String password) {
        var form = Page.get("/de").links("Adresse und Passwort prüfen").getFirst();
        return Page.post(form, Map.of("mailbox", mailbox, "password", password));
    }

    private static String root(String languages) {
        return given().redirects()
                .follow(false)
                .header("Accept-Language", languages)
                .get("/")
                .header("Location");
    }
}
