package org.postlotse.document;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The few sentences that stand in documents themselves, in one language.
 *
 * @param language one of {@link #LANGUAGES}
 * @param texts its sentences by their keys
 */
record Wording(Locale language, ResourceBundle texts) {
    static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    /** The sentences in this language; in English when there are none. */
    static Wording in(Locale wanted) {
        var language = LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        var bundle = ResourceBundle.getBundle(
                Wording.class.getName(),
                language,
                Wording.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Wording(language, bundle);
    }

    static List<Wording> all() {
        return LANGUAGES.stream().map(Wording::in).toList();
    }

    /** The language as documents name it: {@code de}. */
    String tag() {
        return language.getLanguage();
    }

    String say(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }
}
