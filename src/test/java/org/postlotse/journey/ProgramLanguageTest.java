package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program's language is not the page's. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class ProgramLanguageTest {
    @Test
    void an_English_page_quotes_a_German_program_when_asked() {
        var step = first("en", "Windows", "Thunderbird", "Change");
        assertThat(step.words()).contains("We show the words of your program in English.", "Account Settings");

        var german = step.click("My program is in German");

        assertThat(german.html()).contains("<html lang=\"en\">", "lang=\"de\" translate=\"no\">Konten-Einstellungen");
        assertThat(german.words()).contains("We show the words of your program in German.");
        assertThat(german.title()).contains("step 1 of");
    }

    @Test
    void the_choice_stays_on_all_steps_and_can_be_taken_back() {
        var second = first("en", "Windows", "Thunderbird", "Change")
                .click("My program is in German")
                .click("Continue");

        assertThat(second.words()).contains("Server-Einstellungen");
        assertThat(second.click("My program is in English").words()).contains("Server Settings");
    }

    @Test
    void a_German_page_quotes_an_English_program() {
        var step = first("de", "Windows", "Thunderbird", "Konto ändern").click("Mein Programm ist auf Englisch");

        assertThat(step.words()).contains("„ Account Settings “");
    }

    private static Page first(String language, String device, String program, String route) {
        return Page.post("/" + language + "/mailbox", Map.of("mailbox", "ok@demo.example"))
                .follow()
                .click(device)
                .click(program)
                .click(route)
                .click("IMAP");
    }
}
