package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.support.Chromium;
import org.postlotse.support.Golden;
import org.postlotse.support.Keyboard;
import org.postlotse.support.Needs;
import org.postlotse.support.PublicHoster;
import org.postlotse.support.RealPart;
import org.postlotse.support.ScreenReader;

/** The wizard for those who have no mouse, do not see it, need large letters or their own colours. */
@Needs(RealPart.CHROMIUM)
@QuarkusTest
@TestProfile(PublicOffer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherEyesTest {
    private static final String MAILBOX = "erika@" + PublicHoster.DOMAIN;
    private static final List<String> ROUTE = List.of("Windows-Computer", "Thunderbird", "vorhandene Konto", "IMAP");

    @TestHTTPResource("/")
    URI address;

    private final List<Chromium> browsers = new ArrayList<>();

    @BeforeAll
    void open(@TempDir Path directory) {
        browsers.add(Chromium.in(directory));
    }

    @AfterAll
    void close() {
        browsers.forEach(Chromium::close);
    }

    private Chromium browser() {
        return browsers.getFirst().looking(1280, false).scripts(true);
    }

    @Test
    void a_whole_route_is_walked_without_a_mouse() {
        var browser = browser().open(address + "de");
        var keyboard = new Keyboard(browser);
        keyboard.to("Jetzt umstellen").enter();
        keyboard.to("Um welches Postfach").press(MAILBOX).enter();
        for (var answer : ROUTE) keyboard.to(answer).enter();
        int steps = 0;
        while (browser.title().contains("Schritt")) {
            keyboard.to("Weiter").enter();
            steps++;
        }
        assertThat(steps).isGreaterThan(4);
        assertThat(browser.heading()).isEqualTo("Möchten Sie Adresse und Passwort prüfen lassen?");
    }

    @Test
    void the_tabulator_reaches_everything_in_the_order_of_reading_and_shows_where_it_is() {
        for (var page : samples()) {
            var keyboard = new Keyboard(browser().open(page));
            var reached = keyboard.wholePage();

            assertThat(reached).as(page).hasSize((int) keyboard.usable());
            assertThat(reached).isSortedAccordingTo(Comparator.comparingLong(Keyboard.Reached::place));
            assertThat(reached).as(page).allMatch(Keyboard.Reached::ring);
        }
    }

    @Test
    void what_a_screen_reader_says_on_a_whole_route_was_read_by_people() {
        var browser = browser().open(address + "de");
        var reader = new ScreenReader(browser);
        var said = new StringBuilder(reader.reads("[document]"));
        browser.click("Jetzt umstellen").type("mailbox", MAILBOX);
        said.append(reader.reads("[main]"));
        browser.click("Weiter");
        for (var answer : ROUTE) {
            said.append(reader.reads("[main]"));
            browser.click(answer);
        }
        while (browser.title().contains("Schritt")) {
            said.append(reader.reads("[main]"));
            browser.click("Weiter");
        }
        said.append(reader.reads("[main]"));
        Golden.matches("wizard/screen-reader-thunderbird.txt", said.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void letters_may_be_twice_as_large_and_wider_apart() {
        for (var page : samples()) {
            var browser = browser().open(page).styled("html { font-size: 200% }");
            assertThat(browser.overhang()).as("200 %: " + page).isZero();
            assertThat(cutOff(browser)).as("200 %: " + page).isEmpty();
            // WCAG 2.2, 1.4.12
            browser.looking(320, false)
                    .open(page)
                    .styled("* { line-height: 1.5 !important; letter-spacing: .12em !important;"
                            + " word-spacing: .16em !important } p { margin-bottom: 2em !important }");
            assertThat(browser.overhang()).as("spacing: " + page).isZero();
            assertThat(cutOff(browser)).as("spacing: " + page).isEmpty();
        }
    }

    /** The words of boxes that hide a part of what is in them. */
    private static List<?> cutOff(Chromium browser) {
        return (List<?>) browser.ask("""
                return [...document.querySelectorAll('body *')]
                    .filter(box => getComputedStyle(box).overflowX === 'hidden' && box.scrollWidth > box.clientWidth + 1
                        && box.clientWidth > 1)
                    .map(box => box.className + ': ' + box.textContent.trim().slice(0, 60));
                """);
    }

    @Test
    void in_forced_colours_what_matters_still_has_an_outline() {
        for (var page : samples()) {
            var browser = browser().open(page).inForcedColours();

            assertThat((List<?>) browser.ask("""
                    const lined = one => ['border-top', 'outline'].some(line => {
                        const style = getComputedStyle(one);
                        return style.getPropertyValue(line + '-style') !== 'none'
                            && parseFloat(style.getPropertyValue(line + '-width')) >= 1;
                    });
                    return [...document.querySelectorAll('.go, .quiet-go, .tile, .field, .drawing-hit')]
                        .filter(one => one.checkVisibility())
                        .filter(one => ![one, ...one.querySelectorAll('.drawing-field, .drawing-box')].some(lined))
                        .map(one => one.outerHTML);
                    """)).as(page).isEmpty();
            browser.picture(Path.of("target/gallery/forced-colours-" + page.replaceAll(".*/", "") + ".jpg"));
        }
    }

    @Test
    void nothing_moves_for_those_whom_it_makes_dizzy() {
        for (var page : samples()) {
            var browser = browser().open(page).withoutMotion();

            assertThat((List<?>) browser.ask("""
                    return [...document.querySelectorAll('*')].filter(one => {
                        const style = getComputedStyle(one);
                        return style.animationName !== 'none'
                            || style.transitionDuration.split(',').some(time => parseFloat(time) > 0);
                    }).map(one => one.outerHTML.slice(0, 80));
                    """)).as(page).isEmpty();
        }
    }

    /** One page of each kind. */
    private List<String> samples() {
        var names = List.of(
                "start",
                "mailbox",
                "device",
                "settings",
                "now",
                "real",
                "Windows-0-0-step-3",
                "Windows-0-check",
                "iPhone-0-0-step-3",
                "Windows-other",
                "Windows-0-sheet",
                "Windows-0-elsewhere",
                "Windows-recognise",
                "Windows-0-done",
                "iPhone-0-nothing");
        return new Tour(address + "de", MAILBOX)
                .pages().stream()
                        .filter(sight -> names.contains(sight.name()))
                        .map(Tour.Sight::url)
                        .toList();
    }
}
