package org.postlotse.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.Protocol;
import org.postlotse.support.PseudoLanguage;

/** A third language is files and nothing else: all guides in one that nobody speaks. */
class PseudoLanguageTest {
    private static final Locale PSEUDO = Locale.of(PseudoLanguage.TAG);

    @TempDir
    Path folder = Path.of("");

    @Test
    void all_guides_are_spoken_in_a_language_that_is_only_files() throws IOException {
        var guides = guides();

        assertThat(guides.languages()).containsExactlyInAnyOrder(Locale.GERMAN, Locale.ENGLISH, PSEUDO);
        assertThat(guides.all()).hasSameSizeAs(Shipped.GUIDES.all()).allSatisfy(guide -> {
            assertThat(PseudoLanguage.foreign(guide.name(PSEUDO))).isEmpty();
            assertThat(foreign(guide.recognise(PSEUDO).stream())).isEmpty();
        });
    }

    @Test
    void every_word_of_every_step_comes_from_those_files() throws IOException {
        var filling = Customers.erika(PSEUDO);
        for (var guide : guides().all())
            for (var route : guide.routes())
                for (int number = 1; number <= guide.length(route); number++) {
                    var step = guide.step(route, number, filling);
                    assertThat(foreign(phrases(step)))
                            .as("%s, %s, step %d", guide.id(), route.key(), number)
                            .isEmpty();
                }
    }

    @Test
    void labels_that_nobody_has_read_in_it_are_shown_in_English() throws IOException {
        var step = guides().find("thunderbird-desktop").orElseThrow().step(Route.CHANGE, 1, Customers.erika(PSEUDO));

        assertThat(step.title().pieces())
                .filteredOn(piece -> piece instanceof Piece.Quote)
                .containsExactly(new Piece.Quote("Account Settings", Locale.ENGLISH));
        assertThat(guides().find("thunderbird-desktop").orElseThrow().spoken(PSEUDO))
                .isEqualTo(Locale.ENGLISH);
    }

    private Guides guides() throws IOException {
        PseudoLanguage.writeTo(folder);
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var more = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(more);
            var reader = new GuidesReader();
            assertThat(reader.faults()).isEmpty();
            return reader.guides();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Stream<Phrase> phrases(FilledStep step) {
        return Stream.of(
                        List.of(step.title()),
                        step.text(),
                        step.boxes(),
                        step.after(),
                        step.different(),
                        step.values().stream().map(ValueRow::action).toList())
                .flatMap(List::stream);
    }

    /** Words of our own: neither a program's labels nor values, nor protocols, nor the hoster's hours. */
    private static List<String> foreign(Stream<Phrase> phrases) {
        var words = new ArrayList<String>();
        phrases.flatMap(phrase -> phrase.pieces().stream())
                .filter(piece -> piece instanceof Piece.Words)
                .map(piece -> piece.text()
                        .replace(Customers.OFFER_587.provider().hours().usual(), ""))
                .forEach(text -> words.addAll(PseudoLanguage.foreign(text)));
        words.removeIf(word -> Arrays.stream(Protocol.values())
                .anyMatch(protocol -> protocol.displayName().equals(word)));
        return words;
    }
}
