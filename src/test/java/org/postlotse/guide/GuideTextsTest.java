package org.postlotse.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guides' language: Einfache Sprache (DIN 8581-1), and English written in the same spirit. */
class GuideTextsTest {
    private static final int LONGEST = 18;
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.!?:])\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’/-]*");
    private static final Map<Locale, List<String>> NOT_SAID = Map.of(
            Locale.GERMAN,
            List.of(
                    "client",
                    "account",
                    "protokoll",
                    "konfigurieren",
                    "authentifizierung",
                    "einfach",
                    "nur",
                    "kinderleicht",
                    "bitte",
                    "ungültig",
                    "hoppla",
                    "sofort"),
            Locale.ENGLISH,
            List.of(
                    "client",
                    "protocol",
                    "configure",
                    "authentication",
                    "simply",
                    "just",
                    "easy",
                    "easily",
                    "please",
                    "invalid",
                    "oops"));
    private static final Map<Locale, String> NUMBER = Map.of(Locale.GERMAN, "Nummer", Locale.ENGLISH, "number");

    static Stream<Shipped.Page> pages() {
        return Customers.all()
                .filter(filling -> filling.page().equals(filling.labels()))
                .flatMap(Shipped::pages);
    }

    @Test
    void sentences_are_short() {
        assertThat(pages().flatMap(page -> sentences(page)
                                .filter(sentence -> words(sentence).size() > LONGEST))
                        .distinct())
                .isEmpty();
    }

    @Test
    void words_are_those_that_people_use() {
        assertThat(pages().flatMap(page -> sentences(page)
                                .filter(sentence -> words(sentence).stream()
                                        .map(word -> word.toLowerCase(Locale.ROOT))
                                        .anyMatch(NOT_SAID.getOrDefault(
                                                page.filling().page(), List.of())::contains)))
                        .distinct())
                .isEmpty();
    }

    static Stream<Filling> customers() {
        return Customers.all();
    }

    @ParameterizedTest
    @MethodSource("customers")
    void a_port_is_called_a_number_where_it_is_first_spoken_of(Filling filling) {
        for (var guide : Shipped.GUIDES.all())
            for (var route : guide.routes())
                firstWithPort(guide, route, filling)
                        .ifPresent(page -> assertThat(own(page))
                                .as(page.toString())
                                .contains(NUMBER.getOrDefault(filling.page(), "number")));
    }

    @Test
    void a_step_says_one_thing_and_says_what_is_seen_then() {
        assertThat(pages())
                .allSatisfy(page ->
                        assertThat(page.step().after()).as(page.toString()).isNotEmpty())
                .allSatisfy(page ->
                        assertThat(page.step().text()).as(page.toString()).hasSizeBetween(1, 5));
    }

    private static Optional<Shipped.Page> firstWithPort(Guide guide, Route route, Filling filling) {
        return Shipped.pages(filling)
                .filter(page -> page.guide() == guide && page.route() == route)
                .filter(page -> Pattern.compile("\\b[Pp]ort\\b")
                                .matcher(own(page))
                                .find()
                        || page.step()
                                        .drawing()
                                        .filter(drawing -> drawing.sentence().contains("Port"))
                                        .isPresent()
                                && page.phrases()
                                        .anyMatch(phrase -> phrase.plain().contains("Port")))
                .findFirst();
    }

    /** The page's own words, without labels and values. */
    private static String own(Shipped.Page page) {
        return page.phrases()
                .flatMap(phrase -> phrase.pieces().stream())
                .filter(piece -> piece instanceof Piece.Words)
                .map(Piece::text)
                .collect(Collectors.joining(" "));
    }

    /** The sentences, with X for each label and each value: those are read as one. */
    private static Stream<String> sentences(Shipped.Page page) {
        return page.phrases()
                .map(phrase -> phrase.pieces().stream()
                        .map(piece -> piece instanceof Piece.Words ? piece.text() : "X")
                        .collect(Collectors.joining()))
                .flatMap(END_OF_SENTENCE::splitAsStream);
    }

    private static List<String> words(String sentence) {
        return WORD.matcher(sentence).results().map(match -> match.group()).toList();
    }
}
