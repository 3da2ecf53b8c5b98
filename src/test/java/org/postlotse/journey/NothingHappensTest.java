package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An iPhone's profile was downloaded and nothing happens: the page for it leads to Safari. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class NothingHappensTest {
    @Test
    void every_reason_has_a_sentence_of_its_own() {
        var page = load("iPhone").click("Nein, es passiert nichts");

        assertThat(page.words()).contains("8 Minuten", "nur eines warten", "Diebstahl-Schutz", "ohne Profil");
        assertThat(page.click("Ja, ich sehe es dort").title()).contains("Schritt 3 von");
        assertThat(page.click("Profil noch einmal laden").title()).contains("Schritt 2 von");
    }

    @Test
    void the_code_leads_back_to_the_same_step_in_Safari() {
        var page = load("iPhone").click("Nein, es passiert nichts");
        var action = page.html().replaceAll("(?s).*<form[^>]*action=\"([^\"]*)\".*", "$1");

        var ticket = Page.post(action, Map.of());

        assertThat(ticket.headers().get("Cache-Control")).isEqualTo("no-store");
        assertThat(ticket.html()).contains("role=\"img\"", "data-copy=\"");
        var code = ticket.words().replaceAll(".*([0-9A-Z]{3}-[0-9A-Z]{3}).*", "$1");
        var there = Page.post("/de/k", Map.of("code", code)).follow();
        assertThat(there.title()).contains("Schritt 2 von");
        assertThat(there.html()).contains("profile.mobileconfig");
    }

    @Test
    void looking_at_the_page_leaves_nothing_behind() {
        assertThat(load("iPad").click("Nein, es passiert nichts").words())
                .doesNotContainPattern("[0-9A-Z]{3}-[0-9A-Z]{3}");
    }

    @Test
    void a_Mac_shows_what_it_downloaded_and_needs_no_such_page() {
        assertThat(load("Mac").html()).contains("profile.mobileconfig").doesNotContain("/nothing/");
    }

    private static Page load(String device) {
        var page = Page.post("/de/mailbox", Map.of("mailbox", "ok@demo.example"))
                .follow()
                .click(device.equals("Mac") ? "Mac ein Computer" : device)
                .click(device.equals("Mac") ? "Mail auf dem Mac" : "Mail auf iPhone")
                .click("mit einem Profil")
                .click("IMAP");
        return page.click("Weiter");
    }
}
