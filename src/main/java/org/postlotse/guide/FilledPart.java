package org.postlotse.guide;

import java.util.List;

/** A part of a drawing with a customer's values in it. A number is 1 to 4; 0 where there is nothing to do. */
public sealed interface FilledPart {
    /** The name of the part, for templates. */
    String kind();

    /**
     * A label beside a control.
     *
     * @param value what it is set to; in words for what is switched or ticked
     * @param on whether it is switched on or ticked
     */
    record Row(int number, Phrase label, Control control, Phrase value, boolean on) implements FilledPart {
        @Override
        public String kind() {
            return control.toggled() && control != Control.SWITCH ? "tick" : "row";
        }
    }

    /** A line of a list that opens another page; its value may be without pieces. */
    record Entry(int number, Phrase label, Phrase value) implements FilledPart {
        @Override
        public String kind() {
            return "entry";
        }
    }

    /** The heading of a group of rows. */
    record Group(Phrase text) implements FilledPart {
        @Override
        public String kind() {
            return "group";
        }
    }

    /** A dialog's message. */
    record Note(Phrase text) implements FilledPart {
        @Override
        public String kind() {
            return "note";
        }
    }

    /**
     * Several things of which one is chosen.
     *
     * @param kind {@code tabs}, {@code tree}, {@code menu} or {@code buttons}
     */
    record Choices(String kind, List<Choice> choices) implements FilledPart {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /** One of several; its depth is 0 to 3. */
    record Choice(int number, Phrase label, int depth, boolean selected) {}
}
