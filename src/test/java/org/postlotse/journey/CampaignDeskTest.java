package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Control;
import org.postlotse.campaign.Controls;

/** The mailing at the desk: whom a wave would reach, its begin and its end, and one letter more. */
@QuarkusTest
@TestProfile(StaffedHoster.class)
class CampaignDeskTest {
    private static final String PLAN = "/desk/campaign/plan?mode=all&share=10&domains=";

    @Inject
    SomeCases some;

    @Inject
    Controls controls;

    @Test
    void a_wave_is_looked_at_before_it_begins_and_stops_at_once() {
        some.with("waved");
        var plan = Desk.as("sven").get("/de" + PLAN).asString();
        assertThat(plan).contains("Wer bekäme was?").doesNotContain("waved@", "name=\"mode\"");
        assertThat(Desk.as("anna").get("/de" + PLAN).asString())
                .contains("waved@demo.example", "Diese Welle jetzt beginnen");
        assertThat(controls.read().wave().mode()).isEqualTo(Control.Mode.STOPPED); // looking changes nothing

        for (var button : List.of("begin", "stop", "pause", "resume", "test-letter", "plan/list"))
            assertThat(Desk.as("sven")
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

        assertThat(Desk.as("anna").get("/en/desk/deeds").asString())
                .contains("share 5 %", "stopped everything", "changed the mailing");
    }

    @Test
    void the_plan_can_be_taken_away_and_that_is_written_down() {
        some.with("taken-away");

        var list = press("plan/list", Map.of("mode", "all"));

        assertThat(list.contentType()).startsWith("text/csv");
        assertThat(list.header("Content-Disposition")).contains("plan.csv");
        assertThat(list.asString()).startsWith("mailbox,").contains("\r\ntaken-away@demo.example,no-encryption,open,");
        assertThat(Desk.as("anna").get("/en/desk/deeds").asString()).contains("took a list away");
    }

    @Test
    void writing_again_needs_a_letter_and_a_mailing_that_runs() {
        some.with("again", CaseState.WARNED);
        var page = Desk.path(Desk.search("sven", "again@demo.example"));

        assertThat(post(page + "/again", Map.of()).header("Location")).endsWith("?said=stopped");
        controls.change(Control.of(Control.Wave.PILOT, "test", java.time.Instant.now()));
        assertThat(post(page + "/again", Map.of()).header("Location")).endsWith("?said=nothing");
        controls.change(Control.of(Control.Wave.STOPPED, "test", java.time.Instant.now()));
    }

    private static Response post(String path, Map<String, String> form) {
        return Desk.as("sven").redirects().follow(false).formParams(form).post(path);
    }

    private static Response press(String button, Map<String, String> form) {
        return Desk.as("anna").redirects().follow(false).formParams(form).post("/de/desk/campaign/" + button);
    }
}
