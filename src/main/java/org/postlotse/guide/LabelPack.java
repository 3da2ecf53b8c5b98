package org.postlotse.guide;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The labels of a mail program, by key and language.
 *
 * @param labels every key with its wordings; a wording under {@link Locale#ROOT} is the same in all languages
 */
record LabelPack(Map<String, Map<Locale, Label>> labels) {
    /** Spoken where a program's label is not known in a language. */
    static final Locale FALLBACK = Locale.ENGLISH;

    LabelPack {
        labels = Map.copyOf(labels);
    }

    /** A label with the language that it is in. */
    record Found(Label label, Locale lang) {}

    /** Every language in which some label was read. */
    Set<Locale> languages() {
        return labels.values().stream()
                .flatMap(wordings -> wordings.keySet().stream())
                .filter(lang -> !lang.equals(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    boolean has(String key) {
        return labels.containsKey(key);
    }

    Set<String> keys() {
        return labels.keySet();
    }

    Map<Locale, Label> wordings(String key) {
        return labels.getOrDefault(key, Map.of());
    }

    /** A language as the files write it. */
    static String written(Locale lang) {
        return lang.equals(Locale.ROOT) ? LabelPackReader.ANY : lang.toLanguageTag();
    }

    Found find(String key, Locale lang) {
        var wordings = wordings(key);
        for (var tried : new Locale[] {lang, Locale.ROOT, FALLBACK}) {
            var label = wordings.get(tried);
            if (label != null) return new Found(label, tried.equals(Locale.ROOT) ? lang : tried);
        }
        throw new IllegalStateException("no label " + key + " in " + lang);
    }
}
