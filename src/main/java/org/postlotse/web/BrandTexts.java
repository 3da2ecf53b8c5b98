package org.postlotse.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;
import org.postlotse.web.look.LookConfig;

/**
 * What a brand says in its own words: {@code brands/<id>/texts/<language>.yaml} beside the jar, with the keys only that
 * differ. A text must have the same placeholders as the one that it stands for, or pages would miss a value.
 */
@Singleton
final class BrandTexts implements SettingsCheck {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z-]+}");

    private final Map<Locale, Map<String, String>> shipped;
    private final Map<String, Map<Locale, Map<String, String>>> brands = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    @Inject
    BrandTexts(LookConfig config) {
        this(
                Texts.read(),
                Path.of(config.brandsDirectory()),
                Stream.concat(Stream.of(Brand.MAIN), config.brands().keySet().stream())
                        .collect(Collectors.toSet()));
    }

    BrandTexts(Map<Locale, Map<String, String>> shipped, Path directory, Set<String> ids) {
        this.shipped = shipped;
        list(directory).stream().filter(Files::isDirectory).forEach(brand -> {
            if (ids.contains(name(brand))) read(brand);
            else faults.add(new Fault(brand.toString(), "is there for no brand; write one of these: " + known(ids)));
        });
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** A brand's own words for a key; empty where it says what everybody says. */
    Optional<String> find(Brand brand, Locale language, String key) {
        return Optional.ofNullable(brands.getOrDefault(brand.id(), Map.of())
                .getOrDefault(language, Map.of())
                .get(key));
    }

    private void read(Path brand) {
        var languages = new HashMap<Locale, Map<String, String>>();
        for (var file : list(brand.resolve("texts"))) {
            var known = Optional.ofNullable(shipped.get(TextFile.language(file)));
            if (known.isEmpty() || !name(file).endsWith(".yaml"))
                faults.add(new Fault(file.toString(), "is in no language of ours; write one of these: " + languages()));
            else languages.put(TextFile.language(file), checked(file, known.get()));
        }
        brands.put(name(brand), Map.copyOf(languages));
    }

    private Map<String, String> checked(Path file, Map<String, String> known) {
        try {
            var texts = TextFile.read(file);
            texts.forEach((key, text) -> check(file, key, text, known));
            return texts;
        } catch (IOException unreadable) {
            var why =
                    String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
            faults.add(new Fault(file.toString(), "can not be read: " + why));
            return Map.of();
        }
    }

    private void check(Path file, String key, String text, Map<String, String> known) {
        var place = key.isEmpty() ? file.toString() : file + ", " + key;
        var own = Optional.ofNullable(known.get(key));
        if (own.isEmpty()) faults.add(new Fault(place, "is no text of ours; write a key of texts/" + name(file)));
        else if (text.isBlank()) faults.add(new Fault(place, "is empty; write words, or leave the key out"));
        else if (!placeholders(text).equals(placeholders(own.get())))
            faults.add(new Fault(
                    place,
                    "has " + said(placeholders(text)) + "; write " + said(placeholders(own.get()))
                            + ", as in the text that it stands for"));
    }

    private String languages() {
        return shipped.keySet().stream()
                .map(language -> language.toLanguageTag() + ".yaml")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String known(Set<String> ids) {
        return String.join(", ", new TreeSet<>(ids));
    }

    private static String said(Set<String> placeholders) {
        return placeholders.isEmpty() ? "no placeholder" : String.join(" ", placeholders);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) return List.of();
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
