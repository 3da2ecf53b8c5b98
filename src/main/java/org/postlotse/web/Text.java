package org.postlotse.web;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * A place among the texts, in one language and for one brand: a leaf has words, a branch leads on to more. In a
 * template's loop it is its lines.
 */
final class Text implements Iterable<String> {
    private final Texts texts;
    private final Frame frame;
    private final String key;
    private final Map<String, String> values;

    Text(Texts texts, Frame frame, String key, Map<String, String> values) {
        this.texts = texts;
        this.frame = frame;
        this.key = key;
        this.values = values;
    }

    /** One level down. */
    Text at(String child) {
        return new Text(texts, frame, key + "." + child, values);
    }

    /** The same words with a placeholder filled. */
    Text with(String placeholder, String value) {
        var more = new HashMap<>(values);
        more.put(placeholder, value);
        return new Text(texts, frame, key, Map.copyOf(more));
    }

    /**
     * The words.
     *
     * @throws IllegalArgumentException when no text stands here
     */
    @Override
    public String toString() {
        return Texts.fill(texts.get(frame, key), values);
    }

    @Override
    public Iterator<String> iterator() {
        return toString().lines().iterator();
    }
}
