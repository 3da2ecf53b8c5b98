package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the computer to the phone and back, without script and cookies. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class HandoverTest {
    @Test
    void a_code_leads_another_device_to_the_same_step_once() {
        var step = step();
        var asked = step.click("Auf einem anderen Gerät weitermachen");
        assertThat(asked.html()).doesNotContain("class=\"spelt\"");
        var shown = Page.post(action(asked), Map.of());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.headers()).containsEntry("Cache-Control", "no-store");
        assertThat(shown.html()).contains("<svg ", "role=\"img\"").doesNotContain("<?xml");
        assertThat(shown.words()).contains("/k ", "30 Minuten").doesNotContain("ok@demo.example");
        var code = code(shown);

        var form = Page.get("/k/" + code.toLowerCase(java.util.Locale.ROOT)).follow();
        assertThat(form.html()).contains("value=\"" + code + "\"");
        assertThat(Page.get("/de/k/" + code).html()).contains("value=\"" + code + "\""); // looking uses nothing up
        var arrived = Page.post("/de/k", Map.of("code", code.replace("-", " ")));
        assertThat(arrived.status()).isEqualTo(303);
        assertThat(arrived.follow().heading()).isEqualTo(step.heading());

        var again = Page.post("/de/k", Map.of("code", code));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.words()).contains("Diesen Code kennen wir nicht");
        assertThat(again.html()).contains("aria-invalid=\"true\"");
    }

    @Test
    void each_tap_gives_a_new_code() {
        var asked = step().click("Auf einem anderen Gerät weitermachen");

        var first = Page.post(action(asked), Map.of());
        assertThat(code(Page.post(action(first), Map.of()))).isNotEqualTo(code(first));
    }

    @Test
    void nonsense_is_answered_in_words() {
        assertThat(Page.post("/en/k", Map.of("code", "hello")).words()).contains("A code has six characters");
        assertThat(Page.post("/de/k", Map.of()).status()).isEqualTo(422);
        assertThat(Page.get("/k/hello").status()).isEqualTo(404);
        assertThat(Page.get("/de/k").heading()).isEqualTo("Geben Sie den Code vom anderen Gerät ein");
        var asked = step().links("Auf einem anderen Gerät weitermachen").getFirst();
        assertThat(Page.get(asked.replaceFirst("elsewhere/.*", "elsewhere/..%2F..%2Fdesk"))
                        .status())
                .isIn(400, 404);
        assertThat(Page.get("/de/s/nonsense/elsewhere/check").status()).isEqualTo(410);
    }

    private static Page step() {
        var page =
                Page.post("/de/mailbox", Map.of("mailbox", "ok@demo.example")).follow();
        page = page.click("Windows-Computer")
                .click("Thunderbird")
                .click("Konto ändern")
                .click("IMAP");
        assertThat(page.html()).contains("/step/2\"");
        return Page.get(page.hrefs("class=\"go\"").getFirst());
    }

    private static String action(Page page) {
        return page.html().replaceAll("(?s).*<form method=\"post\" action=\"([^\"]*)\".*", "$1");
    }

    private static String code(Page page) {
        var found = Pattern.compile(">([2-9A-Z]{3}-[2-9A-Z]{3})<").matcher(page.html());
        assertThat(found.find()).as(page.words()).isTrue();
        return found.group(1);
    }
}
