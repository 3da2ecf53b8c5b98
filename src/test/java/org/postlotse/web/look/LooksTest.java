package org.postlotse.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Fault;
import org.postlotse.web.look.LookConfig.LookKeys;

class LooksTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">%s</svg>";

    @TempDir
    private Path directory;

    private record Keys(
            Optional<String> accent, Optional<String> accentDark, Optional<String> logo, Optional<String> logoDark)
            implements LookKeys {
        static Keys accent(String light) {
            return new Keys(Optional.of(light), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Keys logo(Path file) {
            return new Keys(Optional.empty(), Optional.empty(), Optional.of(file.toString()), Optional.empty());
        }
    }

    @Test
    void a_readable_accent_is_shown_as_it_is_and_nothing_is_said() {
        var reader = new LookReader("postlotse.look.");
        var sheet = sheet(reader, Keys.accent("#0b6e4f"));

        assertThat(sheet).startsWith("@media screen { :root { --accent: #0b6e4f; --accent-fg: #ffffff; } }");
        assertThat(sheet).contains("@media screen and (prefers-color-scheme: dark)");
        assertThat(reader.corrections()).isEmpty();
    }

    @Test
    void a_weak_accent_is_corrected_and_said() {
        var reader = new LookReader("postlotse.look.");
        var sheet = sheet(reader, Keys.accent("#ffd400"));

        assertThat(sheet).doesNotContain("--accent: #ffd400; --accent-fg: #ffffff");
        assertThat(reader.corrections())
                .singleElement()
                .asString()
                .startsWith("postlotse.look.accent: #ffd400 is too weak on"
                        + " a light background (1.3:1, 4.5:1 is needed); #");
        assertThat(reader.faults()).isEmpty();
    }

    @Test
    void in_the_dark_a_bright_accent_stays_as_it_is() {
        assertThat(sheet(new LookReader("postlotse.look."), Keys.accent("#ffd400")))
                .contains("{ --accent: #ffd400;");
    }

    @Test
    void what_is_no_colour_and_what_is_alone_is_a_fault() {
        var looks = new Looks(config(
                new Keys(Optional.empty(), Optional.of("#ffffff"), Optional.empty(), Optional.of("dark.svg")),
                Map.of("nord", Keys.accent("blue"))));

        assertThat(looks.faults())
                .extracting(Fault::key)
                .contains("postlotse.look.accent", "postlotse.look.logo", "postlotse.brands.nord.look.accent");
    }

    @Test
    void a_drawing_passes() throws Exception {
        var file = write(
                "logo.svg",
                SVG.formatted("<style>.a{fill:url(#b)}</style><linearGradient id=\"b\"><stop offset=\"1\"/>"
                        + "</linearGradient><use href=\"#b\"/><path d=\"M0 0h9\" fill=\"url(#b)\"/>"));

        var reader = new LookReader("postlotse.look.");
        assertThat(reader.read(Keys.logo(file)).logo().orElseThrow().contentType())
                .isEqualTo("image/svg+xml");
        assertThat(reader.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script> | has <script>",
                "<foreignObject/> | has <foreignObject>",
                "<image href=\"https://a.test/b.png\"/> | has <image>",
                "<animate attributeName=\"href\"/> | has <animate>",
                "<rect onload=\"alert(1)\"/> | has a script in onload",
                "<use href=\"https://a.test/b.svg#c\"/> | outside of itself",
                "<use xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"//a.test\"/> | outside of itself",
                "<path fill=\"url(https://a.test/b)\"/> | outside of itself",
                "<path style=\"background:URL( '//a.test')\"/> | outside of itself",
                "<style>@import 'https://a.test/b.css';</style> | outside of itself",
                "<style>a{b:u\\72l(//a.test)}</style> | outside of itself",
                "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\"/> | has <script>",
                "<?xml-stylesheet href=\"a.css\"?> | processing instruction",
                "<g> | is neither PNG nor SVG",
            })
    void a_drawing_that_does_more_than_draw_is_refused(String inside, String why) throws Exception {
        refused(write("logo.svg", SVG.formatted(inside)), why);
    }

    @Test
    void what_is_no_picture_or_too_large_or_not_there_is_refused() throws Exception {
        refused(write("logo.svg", "<!DOCTYPE svg [<!ENTITY a \"b\">]>" + SVG.formatted("&a;")), "document type");
        refused(write("logo.svg", "<html/>"), "is neither PNG nor SVG");
        refused(write("logo.jpg", "\u00ff\u00d8"), "is neither PNG nor SVG");
        refused(write("logo.svg", SVG.formatted(" ".repeat(70_000))), "larger than 64 KiB");
        refused(directory.resolve("none.svg"), "can not be read");
    }

    @Test
    void a_path_changes_with_what_it_leads_to() throws Exception {
        var one = new Looks(config(Keys.accent("#0b6e4f"), Map.of()));
        var same = new Looks(config(Keys.accent("#0b6e4f"), Map.of()));
        var other = new Looks(config(Keys.accent("#0b6e50"), Map.of()));
        var brand = org.postlotse.catalogue.ExampleHoster.usual().catalogue().main();

        assertThat(one.of(brand)).isEqualTo(same.of(brand)).isNotEqualTo(other.of(brand));
        assertThat(one.of(brand).style().orElseThrow()).matches("/look/[0-9a-f]{16}/main\\.css");
    }

    private void refused(Path file, String why) {
        var reader = new LookReader("postlotse.look.");

        assertThat(reader.read(Keys.logo(file)).logo()).isEmpty();
        assertThat(reader.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("postlotse.look.logo");
            assertThat(fault.right()).contains(file.toString(), why);
        });
    }

    private Path write(String name, String text) throws Exception {
        return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String sheet(LookReader reader, LookKeys keys) {
        return new String(reader.read(keys).style().orElseThrow(), StandardCharsets.UTF_8);
    }

    private static LookConfig config(LookKeys main, Map<String, LookKeys> others) {
        return new LookConfig() {
            @Override
            public LookKeys look() {
                return main;
            }

            @Override
            public Map<String, BrandLook> brands() {
                var brands = new java.util.HashMap<String, BrandLook>();
                others.forEach((id, keys) -> brands.put(id, () -> keys));
                return brands;
            }

            @Override
            public String brandsDirectory() {
                return "brands";
            }
        };
    }
}
