package org.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.ExampleHoster;

class BrandTextsTest {
    private static final Map<Locale, Map<String, String>> SHIPPED =
            Map.of(Locale.GERMAN, Map.of("start.begin", "Los", "layout.phone", "Telefon {phone}, {hours}"));

    @TempDir
    private Path directory;

    @Test
    void a_brand_says_in_its_own_words_what_it_wants_and_nothing_else() throws IOException {
        write("main/texts/de.yaml", "start: { begin: \"Jetzt los\" }\nlayout: { phone: \"{hours}: {phone}\" }");

        var texts = read();

        var main = ExampleHoster.usual().catalogue().main();
        assertThat(texts.faults()).isEmpty();
        assertThat(texts.find(main, Locale.GERMAN, "start.begin")).contains("Jetzt los");
        assertThat(texts.find(main, Locale.ENGLISH, "start.begin")).isEmpty();
    }

    @Test
    void there_need_be_no_directory_and_other_files_beside_the_texts_are_nobodys_business() throws IOException {
        assertThat(new BrandTexts(SHIPPED, directory.resolve("none"), Set.of("main")).faults())
                .isEmpty();
        write("nord/logo.svg", "");
        write("README", "");
        assertThat(read().faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nord/texts/de.yaml | start: { beginn: a } | de.yaml, start.beginn | is no text of ours",
                "nord/texts/de.yaml | layout: { phone: 'Telefon {phone}' } | de.yaml, layout.phone | has {phone}; write {hours} {phone}",
                "nord/texts/de.yaml | start: { begin: '{name}' } | de.yaml, start.begin | has {name}; write no placeholder",
                "nord/texts/de.yaml | start: { begin: ' ' } | de.yaml, start.begin | is empty",
                "nord/texts/de.yaml | start: [ | de.yaml | can not be read",
                "nord/texts/de.yaml | plain words | de.yaml | is no text of ours",
                "nord/texts/fr.yaml | start: { begin: a } | fr.yaml | is in no language of ours",
                "sued/texts/de.yaml | start: { begin: a } | sued | is there for no brand; write one of these: main, nord",
            })
    void what_could_never_be_shown_is_a_fault(String file, String text, String key, String why) throws IOException {
        write(file, text);

        assertThat(read().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).endsWith(key);
            assertThat(fault.right()).contains(why);
        });
    }

    private BrandTexts read() {
        return new BrandTexts(SHIPPED, directory, Set.of("main", "nord"));
    }

    private void write(String file, String text) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
