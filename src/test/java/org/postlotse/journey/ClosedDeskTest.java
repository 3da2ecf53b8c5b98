package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no operator is configured there is no desk. */
@QuarkusTest
class ClosedDeskTest {
    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/de/desk", "/en/desk/log-in", "/de/desk/domains/example.test/records", "/desk/x"})
    void it_is_not_there(String path) {
        assertThat(given().redirects().follow(false).get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/de/desk/log-in", "/de/desk/log-out"})
    void nor_does_it_take_forms(String path) {
        assertThat(given().formParam("name", "anna")
                        .formParam("password", "x")
                        .post(path)
                        .statusCode())
                .isEqualTo(404);
    }
}
