package org.postlotse.guide;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a drawing is made of. A mark is the number of the doing, 1 to 4; 0 where there is nothing to do. */
sealed interface Part {
    /** The marks that this part bears. */
    IntStream marks();

    /** A label beside a control, set to a value; for what is switched or ticked the value is {@code on}. */
    record Row(Markup label, Control control, Optional<Markup> value, boolean on, int mark) implements Part {
        @Override
        public IntStream marks() {
            return IntStream.of(mark);
        }
    }

    /** A line of a list that opens another page. */
    record Entry(Markup label, Optional<Markup> value, int mark) implements Part {
        @Override
        public IntStream marks() {
            return IntStream.of(mark);
        }
    }

    /** A line of text: the heading of a group or a dialog's message. */
    record Line(boolean heading, Markup text) implements Part {
        @Override
        public IntStream marks() {
            return IntStream.empty();
        }
    }

    /** Several things of which one is chosen. */
    record Choices(Kind kind, List<Choice> choices) implements Part {
        public Choices {
            choices = List.copyOf(choices);
        }

        enum Kind {
            TABS,
            TREE,
            MENU,
            BUTTONS;

            String key() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public IntStream marks() {
            return choices.stream().mapToInt(Choice::mark);
        }
    }

    /**
     * One of several.
     *
     * @param depth how far it is indented, 0 to 3
     * @param selected whether it is the chosen one
     */
    record Choice(Markup label, int depth, boolean selected, int mark) {}
}
