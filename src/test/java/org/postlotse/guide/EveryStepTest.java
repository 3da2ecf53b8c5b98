package org.postlotse.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of every route, for everybody. */
class EveryStepTest {
    static Stream<Filling> customers() {
        return Customers.all();
    }

    @ParameterizedTest
    @MethodSource("customers")
    void nothing_is_left_unfilled(Filling filling) {
        assertThat(Shipped.pages(filling)).allSatisfy(page -> {
            assertThat(page.phrases().map(Phrase::plain))
                    .as(page.toString())
                    .noneMatch(text -> text.isBlank() || text.matches(".*[\\[\\]{}].*"));
            assertThat(page.step().drawing().map(FilledDrawing::sentence).orElse(""))
                    .as(page.toString())
                    .doesNotContainPattern("[\\[\\]{}]");
        });
    }

    @ParameterizedTest
    @MethodSource("customers")
    void labels_are_known_in_the_language_of_the_program(Filling filling) {
        assertThat(Shipped.pages(filling)
                        .flatMap(Shipped.Page::phrases)
                        .flatMap(phrase -> phrase.pieces().stream())
                        .filter(piece -> !piece.tag().isEmpty()))
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(piece.tag())
                        .as(piece.text())
                        .isEqualTo(filling.labels().toLanguageTag()));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void only_what_the_customer_types_can_be_copied(Filling filling) {
        assertThat(Shipped.pages(filling).flatMap(page -> page.step().values().stream()))
                .allSatisfy(row -> assertThat(row.value()).isNotBlank())
                .filteredOn(ValueRow::copyable)
                .allSatisfy(row -> assertThat(row.control()).isIn(Control.TEXT, Control.NUMBER))
                .allSatisfy(row -> assertThat(row.value()).doesNotContain(" "));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void the_values_are_numbered_as_in_the_drawing(Filling filling) {
        assertThat(Shipped.pages(filling)).allSatisfy(page -> {
            var numbers = page.step().values().stream().map(ValueRow::number).toList();
            assertThat(numbers).as(page.toString()).isSorted().doesNotHaveDuplicates();
            page.step()
                    .values()
                    .forEach(row -> assertThat(sentence(page))
                            .as(page.toString())
                            .contains(" " + row.number() + ", " + row.label() + ": " + row.value() + "."));
        });
    }

    private static String sentence(Shipped.Page page) {
        return page.step().drawing().map(FilledDrawing::sentence).orElseThrow();
    }
}
