package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordingTest {
    @Test
    void says_everything_in_every_language() {
        var keys = Wording.in(Locale.GERMAN).texts().keySet();
        assertThat(keys).isNotEmpty();
        for (var words : Wording.all()) {
            assertThat(words.texts().keySet()).as(words.tag()).isEqualTo(keys);
            assertThat(keys)
                    .allSatisfy(key -> assertThat(words.texts().getString(key)).isNotBlank());
        }
    }

    @Test
    void takes_the_same_values_in_every_language() {
        for (var key : Wording.in(Locale.GERMAN).texts().keySet())
            assertThat(Wording.all().stream().map(words -> values(words.texts().getString(key))))
                    .as(key)
                    .containsOnly(values(Wording.in(Locale.GERMAN).texts().getString(key)));
    }

    @Test
    void speaks_German_to_Austrians_and_English_to_everybody_else() {
        assertThat(Wording.in(Locale.of("de", "AT")).tag()).isEqualTo("de");
        assertThat(Wording.in(Locale.FRENCH).tag()).isEqualTo("en");
    }

    @Test
    void a_language_is_added_by_a_file_alone(@TempDir Path folder) throws IOException {
        var here = Files.createDirectories(folder.resolve("org/postlotse/document"));
        Files.writeString(here.resolve("Wording_fr.properties"), "autoconfig.help = Configurer le courrier");
        try (var more = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Wording.class.getClassLoader())) {
            assertThat(Wording.languages(more)).containsExactly(Locale.GERMAN, Locale.ENGLISH, Locale.FRENCH);
        }
        assertThat(Wording.LANGUAGES).containsExactly(Locale.GERMAN, Locale.ENGLISH);
    }

    private static Set<String> values(String text) {
        return Pattern.compile("\\{[0-9]}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
