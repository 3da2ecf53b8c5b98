package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** The desk's look at the mail servers. */
@QuarkusTest
@TestProfile(StaffedHoster.class)
class ServersDeskTest {
    private static final String COOKIE = "__Host-desk";

    @Test
    void nobody_else_gets_in() {
        assertThat(given().redirects().follow(false).get("/de/desk/servers").statusCode())
                .isEqualTo(303);
    }

    @Test
    void looking_asks_nobody_and_the_button_asks_all() {
        var cookie = given().redirects()
                .follow(false)
                .formParam("name", "sven")
                .formParam("password", StaffedHoster.PASSWORD)
                .post("/de/desk/log-in")
                .cookie(COOKIE);
        var before = given().cookie(COOKIE, cookie).get("/en/desk/servers").asString();
        var after = given().cookie(COOKIE, cookie).post("/en/desk/servers").asString();
        var german = given().cookie(COOKIE, cookie).post("/de/desk/servers").asString();

        assertThat(before)
                .contains("pop3://localhost:", "imap://localhost:", "smtp://localhost:")
                .doesNotContain("TLSv1");
        assertThat(after)
                .contains(
                        "TLSv1.3",
                        "TLS_AES_",
                        "The certificate is for this host",
                        "EC 256",
                        "SHA256withECDSA",
                        "CN=localhost")
                .contains("fit for log-ins")
                .doesNotContain("<script");
        assertThat(german).contains("Das Zertifikat gilt für diesen Host", "TLSv1.3");
        assertThat(given().cookie(COOKIE, cookie).get("/en/desk").asString()).contains("/en/desk/servers");
    }
}
