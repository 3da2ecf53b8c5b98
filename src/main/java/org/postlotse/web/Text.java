package org.postlotse.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A place among the texts, in one language: a leaf has words, a branch leads on to more. */
final class Text {
    private final Texts texts;
    private final Locale language;
    private final String key;
    private final Map<String, String> values;

    Text(Texts texts, Locale language, String key, Map<String, String> values) {
        this.texts = texts;
        this.language = language;
        this.key = key;
        this.values = values;
    }

    /** One level down. */
    Text at(String child) {
        return new Text(texts, language, key + "." + child, values);
    }

    /** The same words with a placeholder filled. */
    Text with(String placeholder, String value) {
        var more = new HashMap<>(values);
        more.put(placeholder, value);
        return new Text(texts, language, key, Map.copyOf(more));
    }

    /**
     * The words.
     *
     * @throws IllegalArgumentException when no text stands here
     */
    @Override
    public String toString() {
        return Texts.fill(texts.get(language, key), values);
    }
}
