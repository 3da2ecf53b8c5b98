package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.campaign.CaseState;
import org.postlotse.support.Described;

/** The API's description says the truth of what is really answered, field by field. */
@QuarkusTest
@TestProfile(StaffedHoster.class)
class ApiDescriptionTest {
    private static final String CHECK = "/paths/~1api~1check/post";

    @Inject
    SomeCases some;

    @ParameterizedTest
    @CsvSource({
        "ok, working",
        "ok, wrong-password",
        "password-expired, password-expired",
        "account-disabled, account-disabled",
        "puzzling, puzzling"
    })
    void of_a_check_is_true(String name, String verdict) {
        var password = verdict.equals("wrong-password") ? "x" : "postlotse";
        var answer = check(name + "@demo.example", password, "203.0.113.40");

        assertThat(answer.jsonPath().getString("verdict")).isEqualTo(verdict);
        fits(CHECK, answer, 200);
    }

    @Test
    void of_a_check_that_is_not_done_is_true() {
        fits(CHECK, token().contentType("application/json").body("[]").post("/api/check"), 400);
        fits(CHECK, given().contentType("application/json").body("{}").post("/api/check"), 401);
        fits(CHECK, token().contentType("text/plain").body("{}").post("/api/check"), 415);
        fits(CHECK, check("a@elsewhere.example", "x", "203.0.113.41"), 422);
        for (int i = 0; i < 5; i++) check("app-password@demo.example", "x" + i, "203.0.113.42");
        var tooMany = check("app-password@demo.example", "x", "203.0.113.42");
        fits(CHECK, tooMany, 429);
        assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isBetween(1, 900);
    }

    @Test
    void of_cases_and_mailboxes_is_true() {
        var mailbox = some.with("described", CaseState.WARNED);
        some.code(mailbox, "9H4K2QMD");

        fits("/paths/~1api~1cases/get", token().get("/api/cases"), 200);
        fits("/paths/~1api~1cases/get", token().get("/api/cases?limit=1"), 200);
        fits("/paths/~1api~1cases/get", token().get("/api/cases?limit=none"), 400);
        var one = "/paths/~1api~1mailboxes~1{address}";
        fits(one + "/get", token().get("/api/mailboxes/described@demo.example"), 200);
        fits(one + "/get", token().get("/api/mailboxes/nobody@demo.example"), 200);
        fits(one + "/get", token().get("/api/mailboxes/a@elsewhere.example"), 404);
        fits(
                one + "~1banner/get",
                token().accept("application/json").get("/api/mailboxes/described@demo.example/banner"),
                200);
        fits(
                one + "~1banner/get",
                token().accept("application/json").get("/api/mailboxes/nobody@demo.example/banner"),
                200);
    }

    @Test
    void of_letters_that_came_back_is_true() {
        var operation = "/paths/~1api~1bounces/post";
        fits(operation, token().contentType("application/json").body("{}").post("/api/bounces"), 400);
        fits(
                operation,
                token().contentType("application/json")
                        .body(Map.of("returnedTo", "bounce+nonsense@demo.example"))
                        .post("/api/bounces"),
                422);
    }

    @Test
    void wants_a_token_everywhere() {
        var api = given().accept("application/json")
                .get("/api/openapi?format=json")
                .jsonPath();
        var operations = api.getMap("paths.collectMany { path, item -> item.values() }.groupBy { it.operationId }");

        assertThat(operations).containsOnlyKeys("check", "cases", "mailbox", "banner", "bounce");
        for (var name : operations.keySet())
            assertThat(api.<Object>getList(
                            "paths.collectMany { path, item -> item.values() }.find { it.operationId == '" + name
                                    + "' }.security"))
                    .as(name.toString())
                    .hasToString("[{token=[]}]");
    }

    private static void fits(String operation, Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        var described = new Described(given().accept("application/json")
                .get("/api/openapi?format=json")
                .asString());
        assertThat(described.faults(operation, status, String.valueOf(answer.contentType()), answer.asString()))
                .as(operation + " " + answer.asString())
                .isEmpty();
    }

    private static Response check(String mailbox, String password, String customer) {
        return token().contentType("application/json")
                .body(Map.of("mailbox", mailbox, "password", password, "customerAddress", customer))
                .post("/api/check");
    }

    private static RequestSpecification token() {
        return given().header("Authorization", "Bearer " + StaffedHoster.TOKEN);
    }
}
