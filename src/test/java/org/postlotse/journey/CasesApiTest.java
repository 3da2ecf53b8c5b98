package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.campaign.CaseState;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Fingerprint;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.support.DeliveryReports;

/** What the hoster's own systems read: cases, one mailbox, and the notice for webmail. */
@QuarkusTest
@TestProfile(StaffedHoster.class)
class CasesApiTest {
    @Inject
    SomeCases some;

    @Test
    void cases_come_in_pages_that_fit_together() {
        for (var name : List.of("page-a", "page-b", "page-c")) some.with(name, CaseState.WARNED);
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = json("/api/cases?limit=2&state=warned&after=" + next);
            assertThat(page.jsonPath().getList("cases.state")).containsOnly("warned");
            assertThat(page.jsonPath().getList("cases")).hasSizeLessThanOrEqualTo(2);
            seen.addAll(page.jsonPath().getList("cases.mailbox"));
            next = page.jsonPath().getString("next");
        } while (next != null);

        assertThat(seen)
                .contains("page-a@demo.example", "page-b@demo.example", "page-c@demo.example")
                .doesNotHaveDuplicates();
        assertThat(json("/api/cases?domain=elsewhere.example").jsonPath().getList("cases"))
                .isEmpty();
    }

    @Test
    void the_same_cases_are_a_table_in_which_no_field_is_a_formula() {
        some.with("=cmd");

        var table = get("/api/cases?weakness=no-encryption", "text/csv");

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.contentType()).startsWith("text/csv");
        assertThat(table.header("Cache-Control")).isEqualTo("no-store");
        assertThat(table.asString())
                .startsWith("mailbox,weakness,state,since,opened,last_insecure,relapses,excuse,excused_until\r\n")
                .contains("\r\n'=cmd@demo.example,no-encryption,open,")
                .doesNotContain("\n=");
    }

    @Test
    void a_mailbox_is_told_with_its_code_and_its_programs() {
        var mailbox = some.with("portal", CaseState.WARNED);
        some.code(mailbox, "7F4K2QMD");

        var known = json("/api/mailboxes/portal@demo.example");

        assertThat(known.header("Cache-Control")).isEqualTo("no-store");
        assertThat(known.jsonPath().getString("code")).isEqualTo("7F4K-2QMD");
        assertThat(known.jsonPath().getString("cases[0].state")).isEqualTo("warned");
        assertThat(known.jsonPath().getString("programs[0].name")).isEqualTo("Thunderbird 115.3");
        assertThat(known.jsonPath().getString("programs[0].weakness")).isEqualTo("no-encryption");
        assertThat(known.asString()).doesNotContain("203.0.113");
        var unknown = json("/api/mailboxes/nobody@demo.example");
        assertThat(unknown.jsonPath().getList("cases")).isEmpty();
        assertThat(unknown.jsonPath().getString("code")).isNull();
        assertThat(get("/api/mailboxes/a@elsewhere.example", "application/json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void webmail_shows_the_notice_with_the_code_of_the_letter_and_its_link_works() {
        var mailbox = some.with("webmail", CaseState.WARNED);
        some.code(mailbox, "8G4K2QMD");

        var notice = json("/api/mailboxes/webmail@demo.example/banner");
        assertThat(notice.jsonPath().getBoolean("show")).isTrue();
        assertThat(notice.jsonPath().getList("lines", String.class))
                .first()
                .isEqualTo("Eines Ihrer E-Mail-Programme verbindet sich noch ohne Verschlüsselung mit uns.");
        assertThat(notice.jsonPath().getString("code")).isEqualTo("8G4K-2QMD");
        var link = notice.jsonPath().getString("link");
        assertThat(link).contains("/w/").doesNotContain("webmail@", "webmail%40");
        var landing = given().get("/de" + link.substring(link.indexOf("/w/")));
        assertThat(landing.asString()).contains("we…@demo.example", "8G4K-2QMD");

        var part = given().header("Authorization", "Bearer " + StaffedHoster.TOKEN)
                .header("Accept-Language", "en")
                .accept("text/html")
                .get("/api/mailboxes/webmail@demo.example/banner");
        assertThat(part.asString())
                .contains("<section class=\"postlotse\" lang=\"en\"", "Thunderbird 115.3", "8G4K-2QMD", "/w/")
                .doesNotContain("<script", "style=", "<img");
    }

    @Test
    void the_notice_names_a_program_that_is_known_by_its_method_alone() {
        some.with(
                "by-method",
                new Fingerprint(LoginProtocol.IMAP, Encryption.NONE, "", "NTLM", "", ""),
                CaseState.WARNED);

        assertThat(json("/api/mailboxes/by-method@demo.example/banner")
                        .jsonPath()
                        .getList("lines", String.class))
                .anyMatch(line -> line.contains("Vermutlich") && line.contains("Outlook"));
    }

    @Test
    void there_is_no_notice_where_there_is_nothing_to_say() {
        some.with("muted", CaseState.WARNED, CaseState.MUTED);

        assertThat(json("/api/mailboxes/muted@demo.example/banner").jsonPath().getBoolean("show"))
                .isFalse();
        assertThat(get("/api/mailboxes/nobody@demo.example/banner", "text/html").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=1001", "limit=x", "state=nonsense", "weakness=%27", "domain=%20a%20", "after=!"
            })
    void what_is_not_understood_is_told(String query) {
        var answer = get("/api/cases?" + query, "application/json");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).contains("“" + query.substring(0, query.indexOf('=')) + "”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/cases", "/api/mailboxes/a@demo.example", "/api/mailboxes/a@demo.example/banner"})
    void nobody_reads_without_a_token(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(given().header("Authorization", "Bearer nonsense").get(path).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_letter_that_came_back_is_told_and_only_ours_count() {
        for (var body : List.of("nonsense", "{}", "{\"returnedTo\":7}"))
            assertThat(bounce("application/json", body).statusCode()).as(body).isEqualTo(400);
        assertThat(bounce("application/json", "{\"returnedTo\":\"somebody@elsewhere.example\"}")
                        .statusCode())
                .isEqualTo(422);
        var noReport = bounce("message/rfc822", "Subject: Hello\r\n\r\nHello\r\n");
        assertThat(noReport.statusCode()).isEqualTo(422);
        assertThat(noReport.jsonPath().getString("detail")).contains("RFC 3464");
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post("/api/bounces")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_whole_delivery_report_marks_the_mailbox_that_it_is_about() {
        var mailbox = some.with("came-back", CaseState.WARNED);
        some.written(mailbox, "4M8P2QTD");
        var code = "4m8p2qtd";

        var delayed = DeliveryReports.asPostfix(mailbox.normalised(), code, "delayed", "4.4.1");
        assertThat(bounce("message/rfc822", delayed).statusCode()).isEqualTo(204);
        assertThat(some.states(mailbox)).containsExactly(CaseState.WARNED);
        var failed = DeliveryReports.asPostfix(mailbox.normalised(), code, "failed", "5.1.1");
        for (int i = 0; i < 2; i++) // telling it twice changes nothing
        assertThat(bounce("message/rfc822", failed).statusCode()).isEqualTo(204);

        assertThat(some.states(mailbox)).containsExactly(CaseState.REFUSED);
    }

    private static Response bounce(String type, String body) {
        return given().header("Authorization", "Bearer " + StaffedHoster.TOKEN)
                .header("Content-Type", type)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/bounces");
    }

    private static Response json(String path) {
        var answer = get(path, "application/json");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static Response get(String path, String accept) {
        return given().header("Authorization", "Bearer " + StaffedHoster.TOKEN)
                .accept(accept)
                .urlEncodingEnabled(false)
                .get(path);
    }
}
