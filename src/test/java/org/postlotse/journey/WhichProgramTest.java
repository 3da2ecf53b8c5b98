package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who does not know what their program is called recognises it by a drawing. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class WhichProgramTest {
    @Test
    void every_program_of_the_device_is_drawn_and_leads_on() {
        var page = recognise("Windows");

        assertThat(page.heading()).isEqualTo("Welches Bild passt zu Ihrem Programm?");
        assertThat(page.html()).contains("Zeichnung der Seite „Posteingang – Thunderbird“ in Thunderbird.");
        assertThat(page.words()).contains("So ungefähr sieht es aus: Thunderbird", "Senden/Empfangen");
        assertThat(page.click("so sieht es aus: Thunderbird").heading()).isEqualTo("Was möchten Sie tun?");
        assertThat(page.click("Ohne Zeichnung").heading()).contains("sechs Wörter");
    }

    @Test
    void a_drawing_shows_the_customers_own_mailbox() {
        assertThat(recognise("iPhone").html()).containsSubsequence("Postfächer", "Alle Eingänge", "ok@demo.example");
    }

    @Test
    void who_reads_in_the_browser_has_nothing_to_do() {
        var page = recognise("Windows").click("ich lese im Browser");

        assertThat(page.heading()).isEqualTo("Im Browser müssen Sie nichts umstellen");
        assertThat(page.click("Weiter").heading()).isEqualTo("Haben Sie noch ein Gerät?");
    }

    private static Page recognise(String device) {
        return Page.post("/de/mailbox", Map.of("mailbox", "ok@demo.example"))
                .follow()
                .click(device)
                .click("Ich weiß es nicht");
    }
}
