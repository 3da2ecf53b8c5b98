package org.postlotse.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two brands side by side in one running product: nothing of one is seen on the pages of the other. */
@QuarkusTest
@TestProfile(TwoBrandsTest.Nordpost.class)
class TwoBrandsTest {
    private static final String MAIN = "sicher.example.test";
    private static final String NORD = "sicher.nordpost.example";
    private static final List<String> OF_MAIN =
            List.of("Beispiel-Hoster", "0000 123456", "webmail.example.test", "www.example.test", "20. September 2024");
    private static final List<String> OF_NORD =
            List.of("Nordpost", "0000 999999", "webmail.nordpost.example", "hilfe.nordpost.example", "1. März 2027");

    public static class Nordpost implements QuarkusTestProfile {
        private static final Path DIRECTORY = temporary();
        private static final String LOGO = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\"/></svg>";

        @Override
        public Map<String, String> getConfigOverrides() {
            var brand = Map.of(
                    "public-url", "https://" + NORD,
                    "provider.id", "nordpost.example",
                    "provider.name", "Nordpost Mail",
                    "provider.short-name", "Nordpost",
                    "provider.webmail", "https://webmail.nordpost.example/",
                    "provider.help", "https://hilfe.nordpost.example/",
                    "provider.phone", "0000 999999",
                    "domains[0]", "nordpost.example",
                    "cut-off", "2027-03-01",
                    "old-hosts[0]", "post.{domain}");
            var settings = new HashMap<String, String>();
            brand.forEach((key, value) -> settings.put("postlotse.brands.nord." + key, value));
            settings.put("postlotse.brands.nord.login-name", "{localpart}");
            settings.put("postlotse.brands.nord.look.accent", "#ffd400");
            settings.put("postlotse.brands.nord.look.logo", written("logo.svg", LOGO));
            settings.put("postlotse.brands.nord.look.logo-dark", written("dark.svg", LOGO.replace("9", "8")));
            written("nord/texts/de.yaml", "start: { begin: \"Mit uns beginnen\" }");
            settings.put("postlotse.brands-directory", DIRECTORY.toString());
            return settings;
        }

        private static String written(String name, String text) {
            try {
                var file = DIRECTORY.resolve(name);
                Files.createDirectories(file.getParent());
                return Files.writeString(file, text).toString();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("brands");
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/de", "/de/mailbox", "/de/settings", "/de/no-such-page", "/de/s/nonsense/device"})
    void the_pages_of_one_brand_say_nothing_of_the_other(String path) {
        assertThat(at(NORD, path).asString())
                .contains("Nordpost", "0000 999999")
                .doesNotContain(OF_MAIN);
        assertThat(at(MAIN, path).asString())
                .contains("Beispiel-Hoster", "0000 123456")
                .doesNotContain(OF_NORD);
    }

    @Test
    void no_page_that_can_be_reached_says_a_word_of_the_other_brand() {
        assertThat(crawled(NORD, "erika@nordpost.example"))
                .allSatisfy((path, page) -> assertThat(page).as(path).doesNotContain(OF_MAIN));
        assertThat(crawled(MAIN, "erika@example.test"))
                .allSatisfy((path, page) -> assertThat(page).as(path).doesNotContain(OF_NORD));
    }

    /** What is found by following links, breadth first, from the start and from a mailbox; each kind of page a few times. */
    private static Map<String, String> crawled(String host, String mailbox) {
        var pages = new TreeMap<String, String>();
        var visits = new HashMap<String, Integer>();
        var open = new ArrayDeque<>(List.of("/de", "/en"));
        open.add(posted(host, "/de/mailbox", mailbox).header("Location").replaceFirst("https?://[^/]+", ""));
        while (!open.isEmpty()) {
            var path = open.poll();
            if (visits.merge(path.replaceFirst("/s/[^/]+", ""), 1, Integer::sum) > 2 || pages.containsKey(path))
                continue;
            var page = at(host, path);
            pages.put(path, page.asString());
            if (page.statusCode() == 303) open.add(page.header("Location").replaceFirst("https?://[^/]+", ""));
            var links = Pattern.compile("href=\"(/[^\"]+)\"").matcher(page.asString());
            while (links.find()) open.add(links.group(1));
        }
        assertThat(pages).as("pages of " + host).hasSizeGreaterThan(50);
        return pages;
    }

    @Test
    void dates_and_old_hosts_are_the_brands_own() {
        assertThat(at(NORD, "/de").asString()).contains("1. März 2027", NORD);
        assertThat(at(NORD, "/de/settings").asString()).contains("post.").doesNotContain("pop3.");
        assertThat(at(MAIN, "/de").asString()).contains("20. September 2024", MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger.test", "evil.test:99", "sicher.nordpost.example.evil.test", "127.0.0.1"})
    void nobodys_host_gets_the_main_brand_and_is_never_said_again(String host) {
        var page = at(host, "/de").asString();

        assertThat(page).contains("Beispiel-Hoster").doesNotContain(OF_NORD).doesNotContain(host);
    }

    @Test
    void a_port_behind_the_host_and_its_case_do_not_matter() {
        assertThat(at("SICHER.nordpost.example:8443", "/de").asString()).contains("Nordpost");
    }

    @Test
    void documents_are_the_mail_domains_whoever_is_asked() {
        for (var host : List.of("autoconfig.nordpost.example", NORD)) {
            var document = at(host, "/mail/config-v1.1.xml").asString();
            assertThat(document)
                    .contains("<emailProvider id=\"nordpost.example\">", "Nordpost Mail", "%EMAILLOCALPART%")
                    .doesNotContain(OF_MAIN);
        }
        assertThat(at("autoconfig.example.test", "/mail/config-v1.1.xml").asString())
                .contains("<emailProvider id=\"example.test\">", "%EMAILADDRESS%")
                .doesNotContain(OF_NORD);
        assertThat(at(NORD, "/mail/config-v1.1.xml").header("Vary")).containsIgnoringCase("host");
        assertThat(at("autoconfig.example.test", "/mail/config-v1.1.xml?emailaddress=erika@nordpost.example")
                        .asString())
                .contains("<emailProvider id=\"nordpost.example\">");
    }

    @Test
    void autodiscover_knows_the_brands_form_of_a_login_name() {
        assertThat(at(NORD, "/autodiscover/autodiscover.xml?email=erika@nordpost.example")
                        .asString())
                .contains("<LoginName>erika</LoginName>");
        assertThat(at(MAIN, "/autodiscover/autodiscover.xml?email=erika@example.test")
                        .asString())
                .contains("<LoginName>erika@example.test</LoginName>");
    }

    @Test
    void profiles_have_identifiers_and_an_organisation_of_their_own() {
        var ours = profile(NORD, "erika@nordpost.example");
        var mains = profile(MAIN, "erika@example.test");

        assertThat(ours).contains("example.nordpost.mail.", "Nordpost Mail").doesNotContain(OF_MAIN);
        assertThat(mains).contains("test.example.mail.", "Beispiel-Hoster").doesNotContain(OF_NORD);
    }

    @Test
    void a_customer_of_the_other_brand_is_told_so_and_led_to_the_same_page_there() {
        var page = posted(MAIN, "/de/mailbox", "erika@nordpost.example");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Ihr Postfach ist bei Nordpost Mail", "erika@nordpost.example");
        var way = first("href=\"(https://" + Pattern.quote(NORD) + "/de/s/[^\"]+/device)\"", page.asString());
        assertThat(at(NORD, way.substring(("https://" + NORD).length())).asString())
                .contains("Nordpost")
                .doesNotContain(OF_MAIN);
    }

    @Test
    void a_link_that_is_opened_at_the_other_brands_host_leads_home() {
        var way = posted(NORD, "/de/mailbox", "erika@nordpost.example").header("Location");
        var path = way.replaceFirst("https?://[^/]+", "");

        var led = at(MAIN, path);

        assertThat(led.statusCode()).isEqualTo(302);
        assertThat(led.header("Location")).isEqualTo("https://" + NORD + path);
        assertThat(led.header("Cache-Control")).isEqualTo("no-store");
        assertThat(at(NORD, path).statusCode()).isEqualTo(200);
    }

    @Test
    void a_password_for_a_mailbox_of_the_other_brand_is_not_used() {
        var check = first("href=\"([^\"]+/check)\"", at(MAIN, "/de").asString());
        var page = given().header("Host", MAIN)
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .formParam("mailbox", "erika@nordpost.example")
                .formParam("password", "geheim-4711")
                .post(check);

        assertThat(page.asString())
                .contains("Ihr Postfach ist bei Nordpost Mail")
                .doesNotContain("geheim-4711");
    }

    @Test
    void a_form_may_come_from_any_of_the_brands_own_pages_only() {
        for (var origin :
                Map.of("https://" + NORD, 422, "https://evil.test", 403).entrySet())
            assertThat(given().header("Host", NORD)
                            .header("Origin", origin.getKey())
                            .formParam("mailbox", "")
                            .post("/de/mailbox")
                            .statusCode())
                    .as(origin.getKey())
                    .isEqualTo(origin.getValue());
    }

    @Test
    void a_brands_own_words_are_said_on_its_pages_only() {
        assertThat(at(NORD, "/de").asString()).contains("Mit uns beginnen");
        assertThat(at(MAIN, "/de").asString()).doesNotContain("Mit uns beginnen");
        assertThat(at(NORD, "/en").asString()).doesNotContain("Mit uns beginnen");
    }

    @Test
    void its_style_and_its_logo_are_served_for_ever_under_a_path_that_changes_with_them() {
        var page = at(NORD, "/de").asString();
        var style = at(NORD, first("href=\"(/look/[0-9a-f]{16}/nord\\.css)\"", page));
        var logo = at(NORD, first("src=\"(/look/[0-9a-f]{16}/nord\\.svg)\"", page));
        var dark = at(NORD, first("srcset=\"(/look/[0-9a-f]{16}/nord-dark\\.svg)\"", page));

        assertThat(style.asString()).contains("--accent: #").contains("prefers-color-scheme: dark");
        assertThat(style.contentType()).isEqualTo("text/css; charset=utf-8");
        assertThat(logo.contentType()).startsWith("image/svg+xml");
        assertThat(dark.asString()).isNotEqualTo(logo.asString());
        for (var file : List.of(style, logo, dark)) {
            assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.header("Content-Security-Policy")).startsWith("default-src 'none'");
        }
        assertThat(given().header("Host", NORD)
                        .head(first("href=\"(/look/[0-9a-f]{16}/nord\\.css)\"", page))
                        .header("Content-Length"))
                .isEqualTo(Integer.toString(style.asByteArray().length));
        assertThat(at(NORD, "/look/0000000000000000/nord.css").statusCode()).isEqualTo(404);
        assertThat(at(MAIN, "/de").asString()).doesNotContain("/look/").contains("/mark.svg");
    }

    private static String profile(String host, String mailbox) {
        var way = posted(host, "/de/mailbox", mailbox).header("Location").replaceFirst("https?://[^/]+", "");
        return at(host, way.replaceFirst("/device$", "/profile.mobileconfig")).asString();
    }

    private static Response posted(String host, String path, String mailbox) {
        return given().header("Host", host)
                .redirects()
                .follow(false)
                .formParam("mailbox", mailbox)
                .post(path);
    }

    private static Response at(String host, String path) {
        return given().header("Host", host)
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(path);
    }

    private static String first(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }
}
