package org.postlotse.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PressTest {
    private static final String PAGE = """
            <html lang="de"><head><title>Werte für Größe</title><style>body { font-family: "Liberation Sans" }</style>
            </head><body><h1>Überschrift</h1><p>Schließen Sie „Konten-Einstellungen“ … <strong>993</strong></p>%s</body></html>
            """;

    private final Press press = new Press(1, Duration.ofMillis(1));

    @Test
    void words_stay_words() throws IOException {
        try (var pdf = pdf(PAGE.formatted(""))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Überschrift", "Schließen Sie „Konten-Einstellungen“ … 993");
        }
    }

    @Test
    void screen_readers_find_language_title_and_structure() throws IOException {
        try (var pdf = pdf(PAGE.formatted(""))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("de");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Werte für Größe");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfuaid");
        }
    }

    @Test
    void the_fonts_are_in_it() throws IOException {
        try (var pdf = pdf(PAGE.formatted(""))) {
            var resources = pdf.getPage(0).getResources();
            assertThat(resources.getFontNames()).isNotEmpty();
            for (var name : resources.getFontNames())
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
        }
    }

    @Test
    void nothing_is_fetched_for_a_page() throws IOException {
        try (var server = new ServerSocket(0);
                var pdf = pdf(PAGE.formatted("<p><img alt=\"x\" src=\"http://127.0.0.1:" + server.getLocalPort()
                        + "/a.png\" /><img alt=\"y\" src=\"file:/etc/hostname\" /></p>"))) {
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).hasMessageContaining("timed out");
            var objects = pdf.getPage(0).getResources().getXObjectNames();
            assertThat(StreamSupport.stream(objects.spliterator(), false)).isEmpty();
        }
    }

    @Test
    void what_is_not_well_formed_or_brings_entities_is_refused() {
        assertThatThrownBy(() -> press.print("<p>open")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> press.print("<!DOCTYPE p [<!ENTITY a SYSTEM 'file:/etc/hostname'>]><p>&a;</p>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_would_wait_too_long_is_told_so() {
        assertThat(new Press(0, Duration.ofMillis(1)).print(PAGE.formatted(""))).isEmpty();
    }

    @Test
    void a_place_is_free_again_afterwards() {
        for (int i = 0; i < 3; i++) assertThat(press.print(PAGE.formatted(""))).isPresent();
    }

    private PDDocument pdf(String page) throws IOException {
        return Loader.loadPDF(press.print(page).orElseThrow());
    }
}
