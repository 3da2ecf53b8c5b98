package org.postlotse.guide;

import java.util.List;

/** A text as it was written in a guide's file: words, {@code [[label-key]]} and {@code {placeholder}}. */
record Markup(List<Token> tokens) {
    Markup {
        tokens = List.copyOf(tokens);
    }

    sealed interface Token {}

    record Literal(String text) implements Token {}

    record Label(LabelKey key) implements Token {}

    record Slot(Placeholder placeholder) implements Token {}
}
