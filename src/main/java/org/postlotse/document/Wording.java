package org.postlotse.document;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The few sentences that stand in documents themselves, in one language.
 *
 * @param language one of {@link #LANGUAGES}
 * @param texts its sentences by their keys
 */
record Wording(Locale language, ResourceBundle texts) {
    private static final Pattern FILE = Pattern.compile("Wording_([a-z]{2,3})\\.properties");
    /** Those that there are files for, in the order of their tags. */
    static final List<Locale> LANGUAGES = languages(Wording.class.getClassLoader());

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

    static List<Locale> languages(ClassLoader files) {
        var tags = new TreeSet<String>();
        try {
            ClassPathUtils.consumeAsPaths(
                    files, Wording.class.getPackageName().replace('.', '/'), folder -> tags.addAll(tags(folder)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return tags.stream().map(Locale::forLanguageTag).toList();
    }

    private static List<String> tags(Path folder) {
        try (var names = Files.list(folder)) {
            return names.map(name -> FILE.matcher(String.valueOf(name.getFileName())))
                    .filter(name -> name.matches())
                    .map(name -> name.group(1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The language as documents name it: {@code de}. */
    String tag() {
        return language.getLanguage();
    }

    String say(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }
}
