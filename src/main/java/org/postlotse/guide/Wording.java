package org.postlotse.guide;

import java.util.Locale;
import java.util.Map;

/** The texts that all guides share, in one language. Their own names in braces are put in here. */
record Wording(Locale lang, Map<Word, String> texts) {
    Wording {
        texts = Map.copyOf(texts);
    }

    String say(Word word) {
        var text = texts.get(word);
        if (text == null) throw new IllegalStateException("no text for " + word);
        return text;
    }

    /** The text with a value for each {@code {name}}; in one pass, so that a value with braces stays what it is. */
    String say(Word word, Map<String, String> values) {
        return Braces.fill(say(word), values);
    }
}
