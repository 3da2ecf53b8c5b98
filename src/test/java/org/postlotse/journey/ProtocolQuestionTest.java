package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IMAP or POP3 is settled before anything is removed, also by those who do not know. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class ProtocolQuestionTest {
    @ParameterizedTest
    @CsvSource({
        "Windows, Neues Outlook, Konto entfernen und neu hinzufügen",
        "iPhone, Outlook-App, Konto entfernen und neu hinzufügen",
        "iPhone, Mail auf iPhone, mit einem Profil"
    })
    void who_does_not_know_is_stopped_where_an_account_would_go(String device, String program, String route) {
        var stop = question(device, program, route).click("Ich weiß es nicht");

        assertThat(stop.heading()).isEqualTo("Entfernen Sie das Konto noch nicht");
        assertThat(stop.words())
                .contains("Bei POP3 liegen alte E-Mails vielleicht allein auf diesem Gerät", "0000 123456");
        assertThat(stop.hrefs(""))
                .filteredOn(href -> href.startsWith("https://webmail."))
                .hasSize(2); // here and below
        assertThat(stop.click("Im Webmail ist alles da").title()).contains("Schritt 1 von");
        var pop3 = stop.click("POP3");
        while (!pop3.heading().contains("noch nicht")) {
            assertThat(pop3.heading()).doesNotContain("Entfernen");
            pop3 = next(pop3);
        }
        assertThat(pop3.words()).contains("Sind dort alle alten E-Mails?");
    }

    @Test
    void where_nothing_goes_they_are_shown_where_it_stands() {
        var shown = question("Windows", "Thunderbird", "Konto ändern").click("Ich weiß es nicht");

        assertThat(shown.heading()).isEqualTo("So finden Sie es heraus");
        assertThat(shown.words()).contains("Servertyp").doesNotContain("Entfernen");
        assertThat(shown.click("IMAP").title()).contains("Schritt 1 von");
    }

    @Test
    void who_adds_an_account_is_asked_what_it_shall_be() {
        var question = question("Windows", "Thunderbird", "neu hinzufügen");

        assertThat(question.heading()).isEqualTo("Wie soll das Programm Ihre E-Mails holen?");
        assertThat(question.words()).contains("Empfohlen");
        assertThat(question.click("Ich weiß es nicht").title()).contains("Schritt 1 von");
    }

    @Test
    void each_question_names_the_program_and_the_way_to_another() {
        var question = question("Windows", "Thunderbird", "Konto ändern");

        assertThat(question.words()).contains("Es geht um: Thunderbird am Computer.");
        assertThat(question.click("Das stimmt nicht").heading()).startsWith("Mit welchem Programm");
        assertThat(question.click("IMAP").click("Zurück").heading()).isEqualTo(question.heading());
    }

    @Test
    void who_does_not_know_the_device_finds_it_by_its_looks() {
        var looks = devices().click("Ich weiß es nicht");

        assertThat(looks.heading()).isEqualTo("Was davon passt zu Ihrem Gerät?");
        assertThat(looks.click("Tablet mit einem Apfel").words()).contains("Mail auf iPhone und iPad");
    }

    private static Page question(String device, String program, String route) {
        return devices().click(device).click(program).click(route);
    }

    private static Page devices() {
        return Page.post("/de/mailbox", Map.of("mailbox", "ok@demo.example")).follow();
    }

    private static Page next(Page step) {
        return step.html().contains(">Ja. Weiter<") ? step.click("Ja. Weiter") : step.click("Weiter");
    }
}
