package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All steps on paper: the page to print and the PDF. The PDFs of all routes lie in {@code target/sheets} afterwards. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class SheetTest {
    private static final String MAILBOX = "ok@demo.example";
    private static final Path SHEETS = Path.of("target/sheets");
    private static final Pattern HEADING = Pattern.compile("<h2>(.*?)</h2>", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void every_route_is_printed_whole(String language) throws IOException {
        var sheets = sheets(language);
        assertThat(sheets).hasSizeGreaterThan(10);
        Files.createDirectories(SHEETS);
        int number = 0;
        for (var path : sheets) {
            var page = Page.get(path);
            var pdf = pdf(path + ".pdf");
            Files.write(SHEETS.resolve("%s-%02d.pdf".formatted(language, ++number)), pdf);
            var text = text(pdf);
            var headings = HEADING.matcher(page.html())
                    .results()
                    .map(found -> spaced(found.group(1).replaceAll("<[^>]*>", "")))
                    .toList();
            assertThat(headings.size()).isGreaterThan(3); // the values, and the shortest route
            assertThat(text).contains(MAILBOX, "localhost").contains(headings);
            // what the fonts do not have would be shown as this
            assertThat(text).doesNotContain("#", "{", "}", "[[", "]]");
        }
    }

    @Test
    void without_a_program_there_are_the_values() throws IOException {
        var settings = Page.get("/de/settings");
        var page = Page.get(settings.hrefs("").stream()
                .filter(href -> href.endsWith("/sheet"))
                .findFirst()
                .orElseThrow());

        assertThat(page.heading()).isEqualTo("Ihre Werte zum Eintragen");
        assertThat(page.words())
                .contains("localhost", "Ihre ganze E-Mail-Adresse")
                .doesNotContain("Schritt 1");
        var pdf = page.links("Als PDF öffnen").getFirst();
        assertThat(text(pdf(pdf))).contains("localhost", "Ihre ganze E-Mail-Adresse");
        var head = given().head(pdf);
        assertThat(head.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(head.header("Content-Disposition")).isEqualTo("inline; filename=\"e-mail-umstellen.pdf\"");
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
    }

    /** The sheets of all programs, routes and protocols. */
    private static List<String> sheets(String language) {
        var found = new ArrayList<String>();
        var devices = Page.post("/" + language + "/mailbox", Map.of("mailbox", MAILBOX))
                .follow();
        for (var device : devices.hrefs("class=\"tile\"")) follow(device, found);
        return found.stream().distinct().toList();
    }

    private static void follow(String path, List<String> found) {
        if (path.endsWith("/which-device")) return; // another way to the same answers
        var page = Page.get(path);
        if (page.status() == 303) page = page.follow();
        if (path.endsWith("/1")) {
            page.hrefs("").stream().filter(href -> href.endsWith("/sheet")).forEach(found::add);
            return;
        }
        var tiles = page.hrefs("class=\"tile\"");
        for (var tile : path.endsWith("/protocol") ? tiles.subList(0, 2) : tiles) follow(tile, found);
    }

    private static byte[] pdf(String path) {
        return given().urlEncodingEnabled(false).get(path).asByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return spaced(new PDFTextStripper().getText(document));
        }
    }

    private static String spaced(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
