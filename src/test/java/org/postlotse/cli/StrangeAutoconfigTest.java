package org.postlotse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that strangers wrote: broken ones, huge ones, and those that want more than to be read. */
class StrangeAutoconfigTest {
    @TempDir
    private Path directory;

    @Test
    void a_strangers_dollar_signs_ask_the_settings_for_nothing() {
        var name = "A ${user.home} \\${user.dir} $$ $x";

        var imported = Imported.of(directory, Imported.FILE.replace("Beispiel Mail", name), Imported.ADDITIONS);

        assertThat(imported.catalogue().main().provider().name()).isEqualTo(name);
    }

    @Test
    void a_strangers_words_can_not_steer_the_terminal() {
        var imported = Imported.of(
                directory,
                Imported.FILE.replaceFirst("%EMAILADDRESS%", "\u009b2J\u202e" + "x".repeat(500)),
                Imported.ADDITIONS);

        assertThat(imported.err()).doesNotContain("\u009b", "\u202e").doesNotContain("x".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE clientConfig SYSTEM \"file:///etc/passwd\"><clientConfig/>",
                "<!DOCTYPE a [<!ENTITY b \"c\">]><clientConfig>&b;</clientConfig>"
            })
    void a_document_type_is_refused(String xml) {
        var imported = Imported.of(directory, xml);

        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err()).startsWith("Line 1, column ").contains("document type (DOCTYPE)");
        assertThat(imported.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<clientConfig>\\n  <a></b></clientConfig> | Line 2, column ",
                "<clientConfig/><more/> | this is not well-formed XML",
                "<clientConfig>&eacute;</clientConfig> | Line 1, column ",
                "<html/> | This is no autoconfig file: its root is <html>",
                "plain words | this is not well-formed XML",
                "<clientConfig/> | The file has no <emailProvider>.",
            })
    void a_broken_file_gets_one_plain_sentence(String xml, String said) {
        var imported = Imported.of(directory, xml.replace("\\n", "\n"));

        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err().lines()).hasSize(1).first().asString().contains(said);
        assertThat(imported.err()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void the_file_may_be_in_any_encoding_that_it_names() {
        var name = Imported.FILE.replace("Beispiel Mail", "Größe");

        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            var bytes = name.replace("UTF-8", charset.name()).getBytes(charset);
            assertThat(Imported.of(directory, bytes)
                            .catalogue()
                            .main()
                            .provider()
                            .name())
                    .isEqualTo("Größe");
        }
        assertThat(Imported.of(directory, name.getBytes(StandardCharsets.ISO_8859_1))
                        .err())
                .isEqualToIgnoringNewLines("Line 6: a character there is not written in UTF-8.");
        assertThat(Imported.of(directory, name.replace("UTF-8", "x-none")).err())
                .contains("“x-none”");
    }

    @Test
    void nothing_can_grow_without_end() {
        for (var xml : List.of(
                "<a>".repeat(40) + "</a>".repeat(40),
                "<a>" + "<b/>".repeat(20_001) + "</a>",
                "<a "
                        + String.join(
                                " ",
                                java.util.stream.IntStream.range(0, 70)
                                        .mapToObj(i -> "a" + i + "=''")
                                        .toList())
                        + "/>",
                "<a>" + " ".repeat(1024 * 1024) + "</a>",
                "")) {
            var imported = Imported.of(directory, xml);

            assertThat(imported.status()).isEqualTo(1);
            assertThat(imported.err()).containsAnyOf("deep", "20000 elements", "64 attributes", "1 MiB", "empty");
        }
    }

    @Test
    void a_file_that_is_not_there_is_said_so() {
        var imported = Imported.of("autoconfig", directory.resolve("none.xml").toString());

        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.err()).contains("can not be read: there is none");
    }
}
