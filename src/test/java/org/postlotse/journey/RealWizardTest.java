package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.support.Chromium;
import org.postlotse.support.MailHoster;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;

/** The whole wizard in the real Chromium, checked against the real Dovecot and the real Postfix. */
@Needs({RealPart.DOVECOT, RealPart.POSTFIX, RealPart.CHROMIUM})
@QuarkusTest
@TestProfile(RealWizardTest.Patient.class)
@QuarkusTestResource(value = MailHoster.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealWizardTest {
    private static final Path GALLERY = Path.of("target/gallery");

    @TestHTTPResource("/")
    URI address;

    private final List<Chromium> browsers = new ArrayList<>();

    /** All tests come from one network and ask for few mailboxes. */
    public static class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("postlotse.throttle.per-mailbox", "1000", "postlotse.throttle.per-network", "1000");
        }
    }

    @BeforeAll
    void open(@TempDir Path directory) {
        browsers.add(Chromium.in(directory));
    }

    @AfterAll
    void close() {
        browsers.forEach(Chromium::close);
    }

    @Test
    void somebody_changes_thunderbird_from_the_first_page_to_the_last() {
        var browser = at(1280, false).scripts(false).open(address + "de");

        browser.click("Jetzt umstellen").type("mailbox", "erika@hoster.test").click("Weiter");
        browser.click("Windows-Computer")
                .click("Thunderbird")
                .click("vorhandene Konto ändern")
                .click("IMAP");
        int steps = 0;
        while (browser.title().contains("Schritt")) {
            assertThat(browser.overhang()).isZero();
            browser.click("Weiter");
            steps++;
        }
        assertThat(steps).isGreaterThan(4);
        browser.type("password", MailHoster.PASSWORD).click("Jetzt prüfen");
        assertThat(browser.heading()).isEqualTo("Adresse und Passwort stimmen");
        browser.click("Weiter");
        assertThat(browser.heading()).isEqualTo("Haben Sie noch ein Gerät?");
        browser.click("Ja, noch ein Gerät");
        assertThat(browser.heading()).isEqualTo("Welches Gerät möchten Sie umstellen?");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "erika@hoster.test, right, Adresse und Passwort stimmen",
        "erika@hoster.test, wrong, Unser Server hat Adresse und Passwort nicht angenommen",
        "nobody@hoster.test, wrong, Unser Server hat Adresse und Passwort nicht angenommen",
        "disabled@hoster.test, right, Unser Server lässt dieses Postfach nicht zu",
        "pop3-only@hoster.test, right, Dieses Postfach geht nur auf einem Weg",
        "down@hoster.test, right, Unser Server ist gerade nicht zu erreichen",
        "expired@hoster.test, right, Der Ausweis unseres Servers ist abgelaufen",
        "wrong-host@hoster.test, right, Der Ausweis unseres Servers trägt einen anderen Namen"
    })
    void the_check_tells_what_the_real_servers_said(String mailbox, String password, String heading) {
        var browser = at(320, true).scripts(true).open(address + "de").click("Adresse und Passwort prüfen");

        browser.type("mailbox", mailbox)
                .type("password", password.equals("right") ? MailHoster.PASSWORD : "falsch")
                .clickInPage("Jetzt prüfen");

        assertThat(browser.heading()).isEqualTo(heading).isEqualTo(browser.focused());
        assertThat(browser.title()).startsWith(heading);
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overhang()).isZero();
        assertThat(browser.url()).doesNotContain("falsch", "geheim", "hoster.test");
        assertThat(browser.complaints()).isEmpty();
        browser.picture(
                GALLERY.resolve("result-" + mailbox.replaceAll("@.*", "") + "-" + password + "-320-dark-de.png"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"320, true", "1280, false"})
    void the_values_of_today_are_compared(int width, boolean dark) {
        var browser = at(width, dark).scripts(true).open(address + "de").click("Jetzige Einstellungen vergleichen");

        browser.type("receiving-host", "pop3.hoster.test")
                .type("receiving-port", "110")
                .type("receiving-user", "erika")
                .click("Vergleichen");

        assertThat(browser.heading()).endsWith("Werte sind zu ändern");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overhang()).isZero();
        assertThat(browser.complaints()).isEmpty();
        browser.picture(GALLERY.resolve("compared-" + width + (dark ? "-dark" : "-light") + "-de.png"));
    }

    private Chromium at(int width, boolean dark) {
        return browsers.getFirst().looking(width, dark);
    }
}
