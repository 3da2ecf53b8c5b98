package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** What people may want to know beside the way is two clicks from every page. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class InfoTest {
    @Test
    void a_mail_can_be_checked_without_tapping_on_anything_in_it() {
        var page = Page.get("/de").click("So prüfen Sie eine E-Mail");

        assertThat(page.heading()).isEqualTo("Ist die E-Mail wirklich von uns?");
        assertThat(page.words())
                .contains("sicher.example.test", "nie per E-Mail nach Ihrem Passwort", "Telefon 0000 123456");
        assertThat(page.html()).doesNotContain("<form");
    }

    @Test
    void one_page_is_in_the_easiest_words() {
        var page = Page.get("/de/settings").click("Leichte Sprache");

        assertThat(page.heading()).isEqualTo("Ihre E-Mails: Das müssen Sie wissen");
        assertThat(page.html()).contains("<p class=\"line\">Das Programm ist auf Ihrem Handy.</p>");
        assertThat(page.click("Hier fangen Sie an").heading()).isEqualTo("Um welches Postfach geht es?");
    }

    @Test
    void the_accessibility_statement_names_its_norm_gaps_and_who_hears_complaints() {
        assertThat(Page.get("/de/real").click("Barrierefreiheit").words())
                .contains("WCAG 2.2", "EN 301 549", "steht noch aus", "Marktüberwachungsstelle", "Telefon 0000 123456");
        assertThat(Page.get("/en/accessibility").words()).contains("WCAG 2.2", "BFSG");
    }
}
