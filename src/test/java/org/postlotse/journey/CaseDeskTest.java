package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Control;
import org.postlotse.campaign.Controls;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.LogDialect;
import org.postlotse.support.Chromium;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;

/** The desk as staff uses it: where the switch stands, the cases, and one mailbox while its owner is on the phone. */
@QuarkusTest
@TestProfile(StaffedHoster.class)
class CaseDeskTest {
    private static final String COOKIE = "__Host-desk";
    private static final String PLAN = "/desk/campaign/plan?mode=all&share=10&domains=";
    private static final Path GALLERY = Path.of("target/gallery");
    private static final Pattern MAILBOX = Pattern.compile("/de/desk/mailboxes/[A-Za-z0-9_-]+");

    /** Each log-in takes a while: a password's hash is dear. */
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    @TestHTTPResource("/")
    URI address;

    @Inject
    Evidence evidence;

    @Inject
    @All
    List<LogDialect> dialects;

    @Inject
    SomeCases some;

    @Inject
    Controls controls;

    @Test
    void the_overview_counts_and_leads_to_the_lists() {
        some.with("overview", CaseState.WARNED, CaseState.OPENED);

        var page = as("sven").get("/de/desk").asString();

        assertThat(page)
                .contains("So weit ist die Umstellung", "seit ", "auf dem Weg", "<rect class=\"", "demo.example")
                .contains("href=\"/de/desk/cases?state=opened\"", "Thunderbird</span>")
                .doesNotContain("overview@");
    }

    @Test
    void support_sees_masked_addresses_and_operators_whole_ones() {
        some.with("masked-somebody");

        assertThat(as("sven").get("/de/desk/cases?domain=demo.example").asString())
                .contains("ma…@demo.example")
                .doesNotContain("masked-somebody");
        assertThat(as("anna").get("/de/desk/cases?domain=demo.example").asString())
                .contains("masked-somebody@demo.example");
    }

    @Test
    void a_search_puts_no_address_into_the_pages_address() {
        some.with("searched");

        var whole = search("sven", "Searched@demo.example");
        assertThat(whole.header("Location")).contains("/desk/mailboxes/").doesNotContain("earched");
        assertThat(as("sven").get(path(whole)).asString()).contains("<h1 translate=\"no\">searched@demo.example</h1>");

        var beginning = search("sven", "searc");
        assertThat(beginning.header("Location")).contains("/desk/cases?q=").doesNotContain("searc");
        assertThat(as("sven").get(path(beginning)).asString()).contains("Gefunden: 1", "value=\"searc\"");
    }

    @Test
    void whoever_came_by_the_list_sees_a_masked_mailbox_and_no_network() {
        some.with("by-the-list");
        var list = as("sven").get(path(search("sven", "by-the-list"))).asString();
        var link = MAILBOX.matcher(list);
        assertThat(link.find()).isTrue();

        assertThat(as("sven").get(link.group()).asString())
                .contains("by…@demo.example", "Thunderbird 115.3")
                .doesNotContain("by-the-list@", "203.0.113.20");
        assertThat(as("anna").get(link.group()).asString()).contains("by-the-list@demo.example", "203.0.113.20");
    }

    @Test
    void support_excuses_mutes_and_takes_it_back_and_all_of_it_is_written_down() {
        var mailbox = some.with("phone", CaseState.WARNED);
        var page = path(search("sven", "phone@demo.example"));

        assertThat(as("sven").get(page + "/mute").statusCode()).isIn(404, 405);
        assertThat(post(page + "/mute", Map.of()).header("Location")).endsWith("?said=muted");
        assertThat(some.states(mailbox)).containsExactly(CaseState.MUTED);
        post(page + "/unmute", Map.of());
        assertThat(some.states(mailbox)).containsExactly(CaseState.WARNED);
        var until = LocalDate.now().plusDays(30).toString();
        post(page + "/excuse", Map.of("reason", "Drucker <ohne> TLS", "until", until));
        assertThat(some.states(mailbox)).containsExactly(CaseState.EXCUSED);
        assertThat(post(page + "/mute", Map.of()).header("Location")).endsWith("?said=in-vain");
        assertThat(as("sven").get(page + "?said=excused").asString())
                .contains("Das Postfach ist ausgenommen.", "Drucker &lt;ohne&gt; TLS", "angeschrieben → ausgenommen");
        post(page + "/end-excuse", Map.of());
        assertThat(some.states(mailbox)).containsExactly(CaseState.OPEN);

        assertThat(as("anna").get("/en/desk/deeds").asString())
                .contains("sven", "left a mailbox alone", "turned reminders off", "phone@demo.example", until);
        assertThat(as("sven").redirects().follow(false).get("/en/desk/deeds").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason=&until=2999-01-01", "reason=printer&until=2020-01-01", "reason=printer&until=soon"})
    void an_excuse_has_a_reason_and_an_end(String form) {
        var mailbox = some.with("excuse" + Integer.toHexString(form.hashCode()), CaseState.WARNED);
        var page = path(search("sven", mailbox.normalised()));

        var answer = as("sven")
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post(page + "/excuse");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("role=\"alert\"", "aria-invalid");
        assertThat(some.states(mailbox)).containsExactly(CaseState.WARNED);
    }

    @Test
    void a_wave_is_looked_at_before_it_begins_and_stops_at_once() {
        some.with("waved");
        var plan = as("sven").get("/de" + PLAN).asString();
        assertThat(plan).contains("Wer bekäme was?").doesNotContain("waved@", "name=\"mode\"");
        assertThat(as("anna").get("/de" + PLAN).asString())
                .contains("waved@demo.example", "Diese Welle jetzt beginnen");
        assertThat(controls.read().wave().mode()).isEqualTo(Control.Mode.STOPPED); // looking changes nothing

        for (var button : List.of("begin", "stop", "pause", "resume", "test-letter", "plan/list"))
            assertThat(as("sven")
                            .redirects()
                            .follow(false)
                            .post("/de/desk/campaign/" + button)
                            .statusCode())
                    .as(button)
                    .isEqualTo(403);
        press("begin", Map.of("mode", "share", "share", "5"));
        assertThat(controls.read().wave()).isEqualTo(Control.Wave.share(5));
        assertThat(controls.read().by()).isEqualTo("anna");
        press("pause", Map.of());
        assertThat(controls.read().paused()).isTrue();
        press("resume", Map.of());
        assertThat(controls.read().paused()).isFalse();
        assertThat(press("begin", Map.of("mode", "share", "share", "500")).statusCode())
                .isEqualTo(422);
        assertThat(press("begin", Map.of("mode", "domains", "domains", "no domain!"))
                        .statusCode())
                .isEqualTo(422);
        press("stop", Map.of());
        assertThat(controls.read().wave().mode()).isEqualTo(Control.Mode.STOPPED);

        assertThat(as("anna").get("/en/desk/deeds").asString())
                .contains("share 5 %", "stopped everything", "changed the mailing");
    }

    @Test
    void the_plan_can_be_taken_away_and_that_is_written_down() {
        some.with("taken-away");

        var list = press("plan/list", Map.of("mode", "all"));

        assertThat(list.contentType()).startsWith("text/csv");
        assertThat(list.header("Content-Disposition")).contains("plan.csv");
        assertThat(list.asString()).startsWith("mailbox,").contains("\r\ntaken-away@demo.example,no-encryption,open,");
        assertThat(as("anna").get("/en/desk/deeds").asString()).contains("took a list away");
    }

    @Test
    void writing_again_needs_a_letter_and_a_mailing_that_runs() {
        some.with("again", CaseState.WARNED);
        var page = path(search("sven", "again@demo.example"));

        assertThat(post(page + "/again", Map.of()).header("Location")).endsWith("?said=stopped");
        controls.change(Control.of(Control.Wave.PILOT, "test", java.time.Instant.now()));
        assertThat(post(page + "/again", Map.of()).header("Location")).endsWith("?said=nothing");
        controls.change(Control.of(Control.Wave.STOPPED, "test", java.time.Instant.now()));
    }

    private static Response press(String button, Map<String, String> form) {
        return as("anna").redirects().follow(false).formParams(form).post("/de/desk/campaign/" + button);
    }

    @Test
    void strangers_and_forged_addresses_get_nowhere() {
        for (var page : List.of(
                "",
                "/cases",
                "/mailboxes/x",
                "/deeds",
                "/campaign",
                "/campaign/plan",
                "/server-texts",
                "/log-settings",
                "/logs",
                "/webhooks"))
            assertThat(given().redirects().follow(false).get("/de/desk" + page).statusCode())
                    .as(page)
                    .isEqualTo(303);
        assertThat(as("anna").get("/de/desk/mailboxes/forged").statusCode()).isEqualTo(404);
        var page = path(search("sven", "phone@demo.example"));
        assertThat(as("sven")
                        .header("Sec-Fetch-Site", "cross-site")
                        .post(page + "/mute")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void operators_see_what_was_read_of_the_logs_and_what_could_not_be() {
        var line = "2026-11-22T08:00:00+00:00 mx dovecot: imap-login: Login: user=<carl@demo.example>, half a <b>line";
        var reading = evidence.begin("a test's log", ZoneOffset.UTC, dialects);
        for (var text : List.of(line, "in no form, by carl@demo.example")) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            reading.line(bytes, 0, bytes.length, 0);
        }
        reading.keep(2);

        assertThat(as("anna").get("/de/desk").body().asString()).contains("/de/desk/logs");
        assertThat(as("anna").get("/de/desk/logs").body().asString())
                .contains(
                        "a test&#39;s log",
                        "Zeilen: 2.",
                        "dovecot: 1 Anmeldungen sind nicht lesbar",
                        "half a &lt;b&gt;line",
                        "1 Zeilen haben keine bekannte Form")
                .doesNotContain("carl");
        assertThat(as("anna").get("/en/desk/logs").body().asString()).contains("1 lines have no known form");
        assertThat(as("sven").get("/de/desk/logs").statusCode()).isEqualTo(403);
        assertThat(as("sven").get("/de/desk").body().asString()).doesNotContain("/de/desk/logs");
    }

    @Test
    @Needs(RealPart.CHROMIUM)
    void nothing_stands_in_the_way(@TempDir Path directory) {
        for (int i = 0; i < 60; i++) some.with("gallery" + i, way(i));
        var found = new ArrayList<String>();
        try (var browser = Chromium.in(directory)) {
            browser.open(address.resolve("/de/desk/log-in").toString());
            browser.type("name", "anna")
                    .type("password", StaffedHoster.PASSWORD)
                    .click("Anmelden");
            var mailbox = path(search("anna", "gallery3@demo.example")).replaceFirst("^/de", "");
            for (var language : List.of("de", "en"))
                for (var page : List.of(
                        "/desk",
                        "/desk/cases",
                        "/desk/deeds",
                        "/desk/server-texts",
                        "/desk/log-settings",
                        "/desk/campaign",
                        "/desk/webhooks",
                        PLAN,
                        mailbox)) {
                    browser.open(address.resolve("/" + language + page).toString());
                    look(
                            browser,
                            page.replaceAll("/mailboxes/.*", "-mailbox").replaceAll("\\?.*", ""),
                            language,
                            found);
                }
            found.addAll(browser.complaints());
        }
        assertThat(found).isEmpty();
    }

    private static CaseState[] way(int number) {
        return switch (number % 5) {
            case 0 -> new CaseState[] {};
            case 1 -> new CaseState[] {CaseState.WARNED, CaseState.OPENED, CaseState.PROVEN};
            case 2 -> new CaseState[] {CaseState.WARNED, CaseState.OPENED};
            case 3 -> new CaseState[] {CaseState.WARNED};
            default -> new CaseState[] {CaseState.EXCUSED};
        };
    }

    static void look(Chromium browser, String page, String language, List<String> found) {
        for (int width : List.of(320, 768, 1280))
            for (var dark : List.of(false, true)) {
                // all rules at the ends of the range, in German; what a language can break shows on the narrowest page
                boolean whole = dark == (width == 1280) && width != 768;
                if (!language.equals("de") && !(whole && width == 320)) continue;
                browser.looking(width, dark);
                var look = page + " " + width + (dark ? " dark " : " light ") + language + ": ";
                (whole ? browser.barriers() : browser.barriersOfLook()).forEach(barrier -> found.add(look + barrier));
                if (browser.overhang() != 0) found.add(look + "sideways");
                browser.picture(GALLERY.resolve("desk%s-%d-%s-%s.png"
                        .formatted(page.replace('/', '-'), width, dark ? "dark" : "light", language)));
            }
    }

    private static Response post(String path, Map<String, String> form) {
        return as("sven").redirects().follow(false).formParams(form).post(path);
    }

    private static Response search(String who, String typed) {
        return as(who).redirects().follow(false).formParam("address", typed).post("/de/desk/cases");
    }

    private static String path(Response led) {
        return URI.create(led.header("Location")).getPath()
                + java.util.Optional.ofNullable(
                                URI.create(led.header("Location")).getQuery())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    private static io.restassured.specification.RequestSpecification as(String name) {
        var session = SESSIONS.computeIfAbsent(
                name, who -> DeskTest.logIn(who, StaffedHoster.PASSWORD).cookie(COOKIE));
        return given().cookie(COOKIE, session);
    }
}
