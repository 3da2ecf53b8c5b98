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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.campaign.CaseState;
import org.postlotse.evidence.Evidence;
import org.postlotse.evidence.LogDialect;
import org.postlotse.evidence.SourceBook;
import org.postlotse.evidence.SourceReport;
import org.postlotse.evidence.Sources;
import org.postlotse.support.Chromium;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;

/** The desk as staff uses it: where the switch stands, the cases, and one mailbox while its owner is on the phone. */
@QuarkusTest
@TestProfile(StaffedHoster.class)
class CaseDeskTest {
    private static final String PLAN = "/desk/campaign/plan?mode=all&share=10&domains=";
    private static final Pattern MAILBOX = Pattern.compile("/de/desk/mailboxes/[A-Za-z0-9_-]+");

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
    Sources sources;

    @Inject
    SourceBook book;

    @Test
    void the_overview_counts_and_leads_to_the_lists() {
        some.with("overview", CaseState.WARNED, CaseState.OPENED);

        var page = Desk.as("sven").get("/de/desk").asString();

        assertThat(page)
                .contains("So weit ist die Umstellung", "seit ", "auf dem Weg", "<rect class=\"", "demo.example")
                .contains("href=\"/de/desk/cases?state=opened\"", "Thunderbird</span>")
                .doesNotContain("overview@");
    }

    @Test
    void support_sees_masked_addresses_and_operators_whole_ones() {
        some.with("masked-somebody");

        assertThat(Desk.as("sven").get("/de/desk/cases?domain=demo.example").asString())
                .contains("ma…@demo.example")
                .doesNotContain("masked-somebody");
        assertThat(Desk.as("anna").get("/de/desk/cases?domain=demo.example").asString())
                .contains("masked-somebody@demo.example");
    }

    @Test
    void a_search_puts_no_address_into_the_pages_address() {
        some.with("searched");

        var whole = Desk.search("sven", "Searched@demo.example");
        assertThat(whole.header("Location")).contains("/desk/mailboxes/").doesNotContain("earched");
        assertThat(Desk.as("sven").get(Desk.path(whole)).asString())
                .contains("<h1 translate=\"no\">searched@demo.example</h1>");

        var beginning = Desk.search("sven", "searc");
        assertThat(beginning.header("Location")).contains("/desk/cases?q=").doesNotContain("searc");
        assertThat(Desk.as("sven").get(Desk.path(beginning)).asString()).contains("Gefunden: 1", "value=\"searc\"");
    }

    @Test
    void whoever_came_by_the_list_sees_a_masked_mailbox_and_no_network() {
        some.with("by-the-list");
        var list = Desk.as("sven")
                .get(Desk.path(Desk.search("sven", "by-the-list")))
                .asString();
        var link = MAILBOX.matcher(list);
        assertThat(link.find()).isTrue();

        assertThat(Desk.as("sven").get(link.group()).asString())
                .contains("by…@demo.example", "Thunderbird 115.3")
                .doesNotContain("by-the-list@", "203.0.113.20");
        assertThat(Desk.as("anna").get(link.group()).asString()).contains("by-the-list@demo.example", "203.0.113.20");
    }

    @Test
    void support_excuses_mutes_and_takes_it_back_and_all_of_it_is_written_down() {
        var mailbox = some.with("phone", CaseState.WARNED);
        var page = Desk.path(Desk.search("sven", "phone@demo.example"));

        assertThat(Desk.as("sven").get(page + "/mute").statusCode()).isIn(404, 405);
        assertThat(post(page + "/mute", Map.of()).header("Location")).endsWith("?said=muted");
        assertThat(some.states(mailbox)).containsExactly(CaseState.MUTED);
        post(page + "/unmute", Map.of());
        assertThat(some.states(mailbox)).containsExactly(CaseState.WARNED);
        var until = LocalDate.now().plusDays(30).toString();
        post(page + "/excuse", Map.of("reason", "Drucker <ohne> TLS", "until", until));
        assertThat(some.states(mailbox)).containsExactly(CaseState.EXCUSED);
        assertThat(post(page + "/mute", Map.of()).header("Location")).endsWith("?said=in-vain");
        assertThat(Desk.as("sven").get(page + "?said=excused").asString())
                .contains("Das Postfach ist ausgenommen.", "Drucker &lt;ohne&gt; TLS", "angeschrieben → ausgenommen");
        post(page + "/end-excuse", Map.of());
        assertThat(some.states(mailbox)).containsExactly(CaseState.OPEN);

        assertThat(Desk.as("anna").get("/en/desk/deeds").asString())
                .contains("sven", "left a mailbox alone", "turned reminders off", "phone@demo.example", until);
        assertThat(Desk.as("sven")
                        .redirects()
                        .follow(false)
                        .get("/en/desk/deeds")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason=&until=2999-01-01", "reason=printer&until=2020-01-01", "reason=printer&until=soon"})
    void an_excuse_has_a_reason_and_an_end(String form) {
        var mailbox = some.with("excuse" + Integer.toHexString(form.hashCode()), CaseState.WARNED);
        var page = Desk.path(Desk.search("sven", mailbox.normalised()));

        var answer = Desk.as("sven")
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post(page + "/excuse");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("role=\"alert\"", "aria-invalid");
        assertThat(some.states(mailbox)).containsExactly(CaseState.WARNED);
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
        assertThat(Desk.as("anna").get("/de/desk/mailboxes/forged").statusCode())
                .isEqualTo(404);
        var page = Desk.path(Desk.search("sven", "phone@demo.example"));
        assertThat(Desk.as("sven")
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
        var now = Instant.now();
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        sources.tell(new SourceBook.Node("this-node", now, day));
        book.add(
                new SourceBook.Node("node-of-yesterday", now.minusSeconds(86_400), day.minusDays(1)),
                List.of(new SourceReport("/var/log/mail.log", 4711, Map.of(), 12, Map.of(), Map.of(), 0)));

        assertThat(Desk.as("anna").get("/de/desk").body().asString()).contains("/de/desk/logs");
        assertThat(Desk.as("anna").get("/de/desk/logs").body().asString())
                .contains(
                        "a test&#39;s log",
                        "Knoten: this-node.",
                        "Zeilen: 2.",
                        "Knoten: node-of-yesterday.",
                        "Der Knoten meldet sich nicht mehr, zuletzt um ",
                        "Zeilen: 4.711.",
                        "dovecot: Anmeldungen, die nicht lesbar sind: 1",
                        "half a &lt;b&gt;line",
                        "Zeilen ohne bekannte Form: 1")
                .doesNotContain("carl");
        assertThat(Desk.as("anna").get("/en/desk/logs").body().asString()).contains("Lines of no known form: 1");
        assertThat(Desk.as("sven").get("/de/desk/logs").statusCode()).isEqualTo(403);
        assertThat(Desk.as("sven").get("/de/desk").body().asString()).doesNotContain("/de/desk/logs");
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
            var mailbox =
                    Desk.path(Desk.search("anna", "gallery3@demo.example")).replaceFirst("^/de", "");
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
                    Desk.look(
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

    private static Response post(String path, Map<String, String> form) {
        return Desk.as("sven").redirects().follow(false).formParams(form).post(path);
    }
}
