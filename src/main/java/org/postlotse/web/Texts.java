package org.postlotse.web;

import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.Brand;

/** What the pages say, by language and key; one file per language in {@code texts/}. */
@Singleton
public final class Texts {
    private final Map<Locale, Map<String, String>> languages;
    private final BrandTexts brands;

    @Inject
    Texts(BrandTexts brands) {
        languages = read();
        this.brands = brands;
    }

    private static Map<String, String> hoster(Brand brand, Locale language) {
        var provider = brand.provider();
        return Map.of(
                "hoster", provider.name(),
                "phone", provider.phone(),
                "hours", provider.hours().in(language),
                "domain", provider.id().unicode(),
                "address", brand.publicUrl().getAuthority());
    }

    /** The languages that there are files for. */
    public java.util.Set<Locale> languages() {
        return languages.keySet();
    }

    /** The text of a key with the brand's placeholders filled; empty when the key is no leaf. */
    Optional<String> find(Frame frame, String key) {
        return brands.find(frame.brand(), frame.language(), key)
                .or(() -> Optional.ofNullable(
                        languages.getOrDefault(frame.language(), Map.of()).get(key)))
                .map(text -> fill(text, hoster(frame.brand(), frame.language())));
    }

    /**
     * The text of a key in the language of a page, with its brand's placeholders filled.
     *
     * @throws IllegalArgumentException when there is none
     */
    public String get(Frame frame, String key) {
        return find(frame, key)
                .orElseThrow(() -> new IllegalArgumentException("no text " + key + " in " + frame.language()));
    }

    static String fill(String text, Map<String, String> values) {
        for (var value : values.entrySet()) text = text.replace("{" + value.getKey() + "}", value.getValue());
        return text;
    }

    static Map<Locale, Map<String, String>> read() {
        var languages = new LinkedHashMap<Locale, Map<String, String>>();
        try {
            ClassPathUtils.consumeAsPaths("texts", folder -> {
                try (var files = Files.list(folder)) {
                    files.sorted().forEach(file -> languages.put(TextFile.language(file), whole(file)));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(languages);
    }

    private static Map<String, String> whole(Path file) {
        try {
            return TextFile.read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
