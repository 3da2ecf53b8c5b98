package org.postlotse.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.journey.ImapIsHeld;
import org.postlotse.support.Chromium;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;
import org.postlotse.web.Assets;
import org.postlotse.web.Frame;

/**
 * The check's form, its waiting and the result page of every verdict in a real browser: axe-core finds no violation and
 * leaves nothing undecided, and nothing is to be scrolled sideways, with the servers' own words folded out, too. The
 * pictures lie in {@code target/gallery/check}.
 */
@Needs(RealPart.CHROMIUM)
@QuarkusTest
@TestProfile(ImapIsHeld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled by the container
class CheckBarriersTest {
    private static final Path PICTURES = Path.of("target/gallery/check");

    @TestHTTPResource("/")
    URI address;

    @Inject
    Catalogue catalogue;

    @Inject
    Assets assets;

    private final List<Chromium> browsers = new ArrayList<>();

    /** How a page is looked at, and whether by all rules or by those that widths and colours can break. */
    private record Look(int width, boolean dark, boolean whole) {
        static final List<Look> ALL = List.of(
                new Look(320, false, true),
                new Look(320, true, false),
                new Look(768, false, false),
                new Look(1280, false, false),
                new Look(1280, true, false));

        List<String> barriers(Chromium browser) {
            browser.looking(width, dark);
            var found = new ArrayList<>(whole ? browser.barriers() : browser.barriersOfLook());
            if (browser.overhang() != 0) found.add(browser.overhang() + " pixels sideways");
            return found;
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

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void no_verdicts_page_has_any(String language) {
        var found = new ArrayList<String>();
        var frame = VerdictPagesTest.frame(Locale.of(language), catalogue, assets);
        browser().looking(1280, false).open(address + language);
        for (var row : VerdictPagesTest.rows().toList()) {
            // as check.js shows it: the whole page takes the place of the one before
            browser()
                    .ask(
                            "document.open(); document.write(arguments[0]); document.close();"
                                    + "document.querySelectorAll('details').forEach(fold => fold.open = true);",
                            VerdictPagesTest.page(frame, row.verdict(), "a2 NO <b>" + "x".repeat(100)));
            found.addAll(barriers(frame, row.verdict().kind()));
        }
        assertThat(found).isEmpty();
        assertThat(browser().complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void neither_the_form_nor_waiting_has_any(String language) throws IOException {
        var frame = VerdictPagesTest.frame(Locale.of(language), catalogue, assets);
        int port = ConfigProvider.getConfig().getValue("postlotse.servers[1].port", Integer.class);
        var check = language.equals("de") ? "Adresse und Passwort prüfen" : "Check address and password";
        browser().looking(1280, false).open(address + language).click(check);
        var found = new ArrayList<>(barriers(frame, "form"));
        browser().ask("document.querySelector('details').open = true");
        found.addAll(barriers(frame, "form-unfolded"));
        submit("nobody", "");
        browser().await("return document.querySelector('.complaint')");
        found.addAll(barriers(frame, "form-complaint"));
        try (var silent = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            assertThat(silent.isBound()).isTrue();
            submit("ok@demo.example", "postlotse");
            browser().await("return document.querySelectorAll('.answers .works').length === 2");
            assertThat(browser().ask("return document.querySelectorAll('.answers .waits').length"))
                    .isEqualTo(1L);
            assertThat(browser().ask("return document.querySelector('.complaint').checkVisibility()"))
                    .isEqualTo(false);
            found.addAll(barriers(frame, "waiting"));
        }
        browser().await("return document.querySelector('.tone-hoster')");
        browser()
                .ask(
                        "document.open(); document.write(arguments[0]); document.close();",
                        new Pages.Wait(frame, "12", "14:05", "/done").render());
        found.addAll(barriers(frame, "too-many"));

        assertThat(found).isEmpty();
        assertThat(browser().complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen", "print"})
    void a_servers_words_are_folded_but_printed(String medium) {
        var frame = VerdictPagesTest.frame(Locale.GERMAN, catalogue, assets);
        var puzzling = VerdictPagesTest.rows()
                .filter(row -> row.verdict().kind().equals("puzzling"))
                .findFirst()
                .orElseThrow();
        browser().looking(1280, false).open(address + "de");
        browser()
                .ask(
                        "document.open(); document.write(arguments[0]); document.close();",
                        VerdictPagesTest.page(frame, puzzling.verdict(), "a2 NO moon"));

        browser().on(medium);
        var shown = browser().ask("return document.querySelector('details code').checkVisibility()");
        browser().on("screen");

        assertThat(shown).isEqualTo(medium.equals("print"));
    }

    private void submit(String mailbox, String password) {
        browser().type("mailbox", mailbox).type("password", password);
        browser().ask("document.querySelector('form[data-live] button').click()");
    }

    private List<String> barriers(Frame frame, String name) {
        browser().await("return document.readyState === 'complete' && document.styleSheets.length > 0");
        var language = frame.language().toLanguageTag();
        var found = new ArrayList<String>();
        for (var look : Look.ALL) {
            look.barriers(browser()).forEach(line -> found.add(name + " " + language + " " + look + ": " + line));
            var colours = look.dark() ? "dark" : "light";
            if (language.equals("de") && look.dark() == (look.width() == 320))
                browser().picture(PICTURES.resolve("%s-%d-%s.png".formatted(name, look.width(), colours)));
        }
        return found;
    }

    private Chromium browser() {
        return browsers.getFirst();
    }
}
