package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several devices of one customer: a list that knows what is done and what is still open. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class SeveralDevicesTest {
    @Test
    void a_device_whose_steps_are_walked_is_done() {
        var done = check("Windows", "Thunderbird").click("Ohne Prüfung");

        assertThat(done.heading()).isEqualTo("Haben Sie noch ein Gerät?");
        assertThat(done.words()).contains("Windows-Computer Thunderbird am Computer Erledigt");
    }

    @Test
    void what_is_noted_is_open_and_leads_on() {
        var done = check("Windows", "Thunderbird")
                .click("Ohne Prüfung")
                .click("iPhone aufschreiben")
                .click("Windows-Computer aufschreiben");

        assertThat(done.heading()).isEqualTo("Diese Geräte sind noch offen");
        assertThat(done.words()).contains("Windows-Computer 1", "iPhone Noch offen", "Windows-Computer 2 Noch offen");
        assertThat(done.click("Weiter mit: iPhone").heading())
                .isEqualTo("Mit welchem Programm lesen Sie dort Ihre E-Mails?");
    }

    @Test
    void a_device_that_was_begun_goes_on_where_it_was() {
        var done = check("iPhone", "Mail").click("Ohne Prüfung").click("iPhone ist doch noch offen");

        assertThat(done.click("Weiter mit: iPhone").title()).contains("Schritt 1 von");
    }

    @Test
    void who_is_through_ticks_it_off() {
        var done = check("Windows", "Thunderbird").click("Ohne Prüfung").click("iPhone aufschreiben");

        assertThat(done.click("iPhone ist schon umgestellt").heading()).isEqualTo("Haben Sie noch ein Gerät?");
    }

    @Test
    void what_the_servers_refused_is_not_done() {
        var result = Page.post(
                checkPath("Windows", "Thunderbird"),
                Map.of("mailbox", "wrong-password@demo.example", "password", "postlotse"));

        assertThat(result.click("Weiter").words()).contains("Noch offen");
    }

    @Test
    void the_list_goes_with_the_customer_to_another_device() {
        var done = check("Windows", "Thunderbird").click("Ohne Prüfung").click("iPhone aufschreiben");
        var ticket = Page.post(
                done.click("Am anderen Gerät weitermachen")
                        .html()
                        .replaceAll("(?s).*<form[^>]*action=\"([^\"]*)\".*", "$1"),
                Map.of());
        var code = ticket.words().replaceAll(".*([0-9A-Z]{3}-[0-9A-Z]{3}).*", "$1");

        assertThat(Page.post("/de/k", Map.of("code", code)).follow().words()).contains("Erledigt", "iPhone Noch offen");
    }

    @Test
    void a_long_list_ends_and_leaves_the_code_on_paper_as_coarse_as_before() {
        var done = check("Windows", "Thunderbird").click("Ohne Prüfung");
        var before = done.click("zum Ausdrucken");
        for (int more = 1; more < 9; more++) done = done.click("iPad aufschreiben");

        assertThat(done.html()).doesNotContain("aufschreiben");
        assertThat(modules(done.click("zum Ausdrucken"))).isEqualTo(modules(before));
    }

    /** The width of the QR code, in modules. */
    private static String modules(Page sheet) {
        return sheet.html().replaceAll("(?s).*<svg[^>]* viewBox=\"([^\"]*)\".*", "$1");
    }

    private static Page check(String device, String program) {
        return Page.get(checkPath(device, program));
    }

    private static String checkPath(String device, String program) {
        var page = first(device, program);
        while (true) {
            var next = page.links("Weiter").getFirst();
            if (!next.contains("/step/")) return next;
            page = Page.get(next);
        }
    }

    private static Page first(String device, String program) {
        return Page.post("/de/mailbox", Map.of("mailbox", "ok@demo.example"))
                .follow()
                .click(device)
                .click(program)
                .click("Konto ändern")
                .click("IMAP");
    }
}
