package org.postlotse.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;

/** Files that the wizard hands out for a mailbox, fetched as a browser does. */
final class WizardFiles {
    private static final String HOST = "sicher.example.test";

    private WizardFiles() {}

    /** @param file its address behind the sealed part of the wizard's ways */
    static byte[] of(String mailbox, String file) {
        var response = given().header("Host", HOST).urlEncodingEnabled(false).get(way(mailbox, file));
        assertThat(response.statusCode()).as(file).isEqualTo(200);
        return response.asByteArray();
    }

    /** One profile for all of them, as its form is answered. */
    static byte[] profileOf(String... mailboxes) {
        var response = given().header("Host", HOST)
                .urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded")
                .body("calendars=on&contacts=on&mailboxes=" + URLEncoder.encode(String.join("\n", mailboxes), UTF_8))
                .post(way(mailboxes[0], "profiles"));
        assertThat(response.statusCode()).isEqualTo(200);
        return response.asByteArray();
    }

    private static String way(String mailbox, String file) {
        return given().header("Host", HOST)
                .redirects()
                .follow(false)
                .formParam("mailbox", mailbox)
                .post("/de/mailbox")
                .header("Location")
                .replaceFirst("https?://[^/]+", "")
                .replaceFirst("/[^/]+$", "/" + file);
    }
}
