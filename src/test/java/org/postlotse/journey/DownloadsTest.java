package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What spares typing: a code for Android, a file, a profile for several mailboxes. */
@QuarkusTest
@TestProfile(DownloadsTest.WithDav.class)
class DownloadsTest {
    /** The demonstration with calendars and contacts. */
    public static class WithDav extends DemoHoster {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("postlotse.provider.calendars", "https://dav.demo.example/dav/");
            settings.put("postlotse.provider.contacts", "https://dav.demo.example/dav/");
            return settings;
        }
    }

    @Test
    void a_code_and_a_file_for_android() {
        var page = Page.get(settings().links("Code für Thunderbird auf Android").getFirst());
        assertThat(page.words()).contains("ok@demo.example", "Ihr Passwort steht nicht darin.");
        var picture = page.html().replaceAll("(?s).*<img class=\"code\" src=\"([^\"]*)\".*", "$1");

        var code = given().urlEncodingEnabled(false).get(picture);
        assertThat(code.contentType()).startsWith("image/svg+xml");
        assertThat(code.asString()).contains("<svg ", "</svg>").doesNotContain("ok@demo");
        assertThat(code.header("Cache-Control")).isEqualTo("no-store");
        var file = given().urlEncodingEnabled(false)
                .get(page.links("Datei herunterladen").getFirst());
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"demo.example.k9s\"");
        assertThat(file.asString()).contains("<k9settings ", "ok@demo.example").doesNotContain("password>");
        assertThat(Page.get(picture.replace("android-code-svg", "apple-profile"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_profile_for_several_mailboxes_with_what_is_wanted() {
        var page = Page.get(settings()
                .links("Profil für iPhone, iPad und Mac, auch für mehrere Postfächer")
                .getFirst());
        assertThat(page.html()).contains(">ok@demo.example</textarea>", "name=\"calendars\"", "name=\"contacts\"");
        var action = page.html().replaceAll("(?s).*<form method=\"post\" action=\"([^\"]*)\".*", "$1");

        var profile = given().urlEncodingEnabled(false)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("mailboxes", "ok@demo.example\r\ndown@demo.example\r\nOK@demo.example\r\n")
                .formParam("calendars", "yes")
                .post(action);

        assertThat(profile.statusCode()).isEqualTo(200);
        assertThat(profile.contentType()).startsWith("application/x-apple-aspen-config");
        assertThat(profile.asString()).contains("ok@demo.example", "down@demo.example", "com.apple.caldav.account");
        assertThat(profile.asString()).doesNotContain("com.apple.carddav.account");
        assertThat(profile.asString().split("com.apple.mail.managed", -1)).hasSize(3);
    }

    @Test
    void what_is_wrong_is_said_above_what_was_typed() {
        var page = Page.get(settings()
                .links("Profil für iPhone, iPad und Mac, auch für mehrere Postfächer")
                .getFirst());
        var action = page.html().replaceAll("(?s).*<form method=\"post\" action=\"([^\"]*)\".*", "$1");

        var stranger = Page.post(action, Map.of("mailboxes", "ok@demo.example\nx@elsewhere.example"));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.html()).contains("elsewhere.example", "aria-invalid=\"true\"");
        assertThat(Page.post(action, Map.of("mailboxes", " ")).words()).contains("Geben Sie eine E-Mail-Adresse ein");
        var crowd = new StringBuilder();
        for (int i = 0; i < 11; i++) crowd.append("m").append(i).append("@demo.example\n");
        assertThat(Page.post(action, Map.of("mailboxes", crowd.toString())).words())
                .contains("Mehr als 10 Postfächer");
    }

    private static Page settings() {
        var device = Page.post("/de/mailbox", Map.of("mailbox", "ok@demo.example"))
                .headers()
                .get("Location");
        return Page.get(device.replaceFirst("^https?://[^/]+", "").replaceFirst("/device$", "/settings"));
    }
}
