package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.support.Chromium;
import org.postlotse.support.Needs;
import org.postlotse.support.PublicHoster;
import org.postlotse.support.RealPart;

/**
 * Every page of every route in a real browser: axe-core finds no violation and leaves nothing undecided, nothing is to be
 * scrolled sideways, and no page is heavy. The pictures lie in {@code target/gallery/index.html}. While somebody works on a
 * few pages, {@code -Dbarriers.only=} and a regular expression of their names looks at these alone.
 */
@Needs(RealPart.CHROMIUM)
@QuarkusTest
@TestProfile(PublicOffer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BarriersTest {
    private static final int HEAVIEST = 50 * 1024;
    private static final int BROWSERS = 2;
    private static final Pattern ONLY = Pattern.compile(System.getProperty("barriers.only", ".*"));

    @TestHTTPResource("/")
    URI address;

    private final Gallery gallery = new Gallery();
    private final List<Chromium> browsers = new ArrayList<>();

    /** How a page is looked at. */
    private record Look(int width, boolean dark) {
        static final List<Look> ALL = List.of(
                new Look(320, false),
                new Look(320, true),
                new Look(768, false),
                new Look(768, true),
                new Look(1280, false),
                new Look(1280, true));

        /** All rules at the ends of the range; between them those that widths and colours can break. */
        boolean whole() {
            return dark == (width == 1280) && width != 768;
        }

        /**
         * Every look in German; other languages change words and so lengths, but neither colours nor the order of things:
         * for them the two whole looks do, and all of them with {@code -Dbarriers.all=true}.
         */
        boolean taken(String language) {
            return whole() || language.equals("de") || Boolean.getBoolean("barriers.all");
        }

        /** German in every width, the rest as samples: the rules look at all. */
        boolean pictured(String language) {
            return language.equals("de") ? !dark || width == 1280 : width == 320 && !dark;
        }
    }

    @BeforeAll
    void open(@TempDir Path directory) {
        for (int i = 0; i < BROWSERS; i++) browsers.add(Chromium.in(directory.resolve("browser-" + i)));
    }

    @AfterAll
    void close() throws IOException {
        gallery.write();
        browsers.forEach(Chromium::close);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"de", "en"})
    void no_page_has_any_in_any_width_and_colour(String language) throws Exception {
        var sights = new Tour(address + language, "erika@" + PublicHoster.DOMAIN).pages();
        var waiting = new ConcurrentLinkedQueue<>(sights.stream()
                .filter(sight -> ONLY.matcher(sight.name()).matches())
                .toList());
        var found = new ArrayList<String>();
        try (var visitors = Executors.newFixedThreadPool(BROWSERS)) {
            var visits = browsers.stream()
                    .map(browser -> visitors.submit(() -> visit(browser, waiting, language)))
                    .toList();
            for (var visit : visits) found.addAll(said(visit));
        }
        System.out.println("barriers: %d pages in %s, %d looks each, %d found"
                .formatted(
                        sights.size(),
                        language,
                        Look.ALL.stream().filter(look -> look.taken(language)).count(),
                        found.size()));
        assertThat(sights).hasSizeGreaterThan(50);
        assertThat(found).isEmpty();
    }

    private static Collection<String> said(Future<List<String>> visit) throws InterruptedException {
        try {
            return visit.get();
        } catch (ExecutionException broken) {
            throw new AssertionError(broken.getCause());
        }
    }

    /** The hoster's phone and hours are in the same place on every page, and so is what is never asked for (WCAG 2.2, 3.2.6). */
    private static List<String> help(Chromium browser, Tour.Sight page) {
        var there = (String) browser.ask("""
                const foot = document.querySelector('main + footer > .wide');
                return foot ? foot.firstElementChild.textContent + foot.lastElementChild.className : '';
                """);
        return there.contains("0000 123456") && there.contains("9") && there.endsWith("promise")
                ? List.of()
                : List.of("help is not in its place: " + page.name() + " " + there);
    }

    private List<String> visit(Chromium browser, Queue<Tour.Sight> waiting, String language) {
        var found = new ArrayList<String>();
        for (var page = waiting.poll(); page != null; page = waiting.poll()) {
            browser.open(page.url());
            if (browser.weight() > HEAVIEST) found.add(browser.weight() + " bytes: " + page.name());
            found.addAll(help(browser, page));
            for (var look : Look.ALL) {
                if (!look.taken(language)) continue;
                browser.looking(look.width(), look.dark());
                (look.whole() ? browser.barriers() : browser.barriersOfLook())
                        .stream().map(barrier -> look + " " + barrier).forEach(found::add);
                if (browser.overhang() != 0) found.add(look + " sideways: " + page.name());
                if (look.pictured(language))
                    browser.picture(gallery.file(page.name(), browser.heading(), look.width(), look.dark(), language));
            }
            browser.complaints().stream()
                    .filter(complaint -> !complaint.contains("status of 404") && !complaint.contains("status of 410"))
                    .forEach(found::add);
        }
        return found;
    }
}
