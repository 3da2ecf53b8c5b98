package org.postlotse.guide;

import java.util.List;
import java.util.Optional;

/**
 * A part of a drawing with a customer's values in it. A number is 1 to 4; 0 where there is nothing to do. Templates can
 * not tell types apart: they ask for each of them, and exactly one answers.
 */
public sealed interface FilledPart {
    default Optional<Row> row() {
        return this instanceof Row row ? Optional.of(row) : Optional.empty();
    }

    default Optional<Entry> entry() {
        return this instanceof Entry entry ? Optional.of(entry) : Optional.empty();
    }

    default Optional<Line> line() {
        return this instanceof Line line ? Optional.of(line) : Optional.empty();
    }

    default Optional<Choices> choices() {
        return this instanceof Choices choices ? Optional.of(choices) : Optional.empty();
    }

    /**
     * A label beside a control.
     *
     * @param value what it is set to; in words for what is switched or ticked
     * @param on whether it is switched on or ticked
     */
    record Row(int number, Phrase label, Control control, Phrase value, boolean on) implements FilledPart {
        /** Whether it is a box or a dot before its label. */
        public boolean ticked() {
            return control == Control.CHECK || control == Control.RADIO;
        }
    }

    /** A line of a list that opens another page; its value may be without pieces. */
    record Entry(int number, Phrase label, Phrase value) implements FilledPart {}

    /** A line of text: {@code group} for the heading of a group of rows, {@code note} for a dialog's message. */
    record Line(String kind, Phrase text) implements FilledPart {}

    /**
     * Several things of which one is chosen.
     *
     * @param kind {@code tabs}, {@code tree}, {@code menu} or {@code buttons}
     */
    record Choices(String kind, List<Choice> all) implements FilledPart {
        public Choices {
            all = List.copyOf(all);
        }

        /** Whether it is a list such as that of all folders, which windows have at their left. */
        boolean listed() {
            return kind.equals(Part.Choices.Kind.TREE.key());
        }
    }

    /** One of several; its depth is 0 to 3. */
    record Choice(int number, Phrase label, int depth, boolean selected) {}
}
