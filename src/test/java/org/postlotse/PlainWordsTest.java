package org.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages' own texts in Einfache Sprache (DIN 8581-1), and English in the same spirit; the guides have their own test. */
class PlainWordsTest {
    private static final Path TEXTS = Path.of("web/texts");
    private static final Path CLIENTS = Path.of("web/clients");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Pattern> QUOTE =
            Map.of("de", Pattern.compile("„([^“]*)“"), "en", Pattern.compile("“([^”]*)”"));
    private static final Map<String, Pattern> NOT_SAID = Map.of(
            "de",
            Pattern.compile(
                    "(?iu)\\b(client|account|konfigurieren|protokoll|authentifizierung|einfach|kinderleicht|sofort"
                            + "|nur kurz|leider|ungültig|hoppla|bitte)\\b"),
            "en",
            Pattern.compile(
                    "(?iu)\\b(client|configure|authentication|simply|just(?! now)|easily|invalid|oops|sorry)\\b"));
    /** Keys of texts that have to name what a program calls it, or speak to the hoster's staff. */
    private static final Pattern NAMES_OF_OTHERS =
            Pattern.compile("(desk|now\\.method)\\..*|other\\.login\\.also|now\\.field\\.method");

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void words_are_those_that_people_use(String language) throws IOException {
        var frightening = NOT_SAID.get(language);
        assertThat(texts(language).entrySet().stream()
                        .filter(text -> !NAMES_OF_OTHERS.matcher(text.getKey()).matches())
                        .filter(text -> frightening.matcher(text.getValue()).find()))
                .isEmpty();
    }

    /** Who made a mistake is told what to do, and not begged to. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void a_mistake_is_met_without_pleading(String language) throws IOException {
        var complaints = texts(language).entrySet().stream()
                .filter(text -> text.getKey().startsWith("complaint."))
                .toList();
        assertThat(complaints)
                .hasSizeGreaterThan(10)
                .noneMatch(text -> text.getValue().matches("(?iu).*\\b(bitte|please)\\b.*"));
    }

    /** What stands in quotation marks is a program's own word, as it was read there, or a word of ours that is on the page. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void a_word_in_quotation_marks_exists(String language) throws IOException {
        var known = labels(language);
        var ours = texts(language);
        var quoted = ours.values().stream()
                .flatMap(text -> QUOTE.get(language).matcher(text).results().map(found -> found.group(1)))
                .toList();

        assertThat(quoted)
                .isNotEmpty()
                .allSatisfy(word -> assertThat(
                                known.contains(word) || ours.values().stream().anyMatch(text -> text.startsWith(word)))
                        .as(word)
                        .isTrue());
    }

    /** The first time that a page for customers speaks of a port, it says what that is. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void a_port_is_called_a_number_where_people_have_to_find_one(String language) throws IOException {
        var number = language.equals("de") ? "(?s).*(Nummer|Zahl).*" : "(?s).*number.*";
        for (var key : List.of("other.port.also", "choice.protocol.imap.hint", "now.field.port"))
            assertThat(texts(language).get(key)).as(key).matches(number);
    }

    private static Set<String> labels(String language) throws IOException {
        var labels = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(CLIENTS, "*.labels.yaml")) {
            for (var file : files)
                for (var label : YAML.readTree(file.toFile()))
                    for (var in : List.of("any", language))
                        labels.add(label.path(in).path("text").asText());
        }
        return labels;
    }

    private static Map<String, String> texts(String language) throws IOException {
        var texts = new TreeMap<String, String>();
        collect("", YAML.readTree(TEXTS.resolve(language + ".yaml").toFile()), texts);
        return texts;
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> texts) {
        if (!node.isObject()) texts.put(prefix, node.asText());
        for (var child : node.properties())
            collect(prefix.isEmpty() ? child.getKey() : prefix + "." + child.getKey(), child.getValue(), texts);
    }
}
