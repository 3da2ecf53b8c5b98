package org.postlotse.comparison;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.postlotse.catalogue.Protocol;

/** The words that mail programs use for settings and their values. */
final class Vocabulary {
    private static final String FILE = "Vocabulary.properties";

    /** What a word stands for, by its kind ({@code field}, {@code security}) and spelling. */
    private final Map<String, Map<String, String>> meanings = new HashMap<>();

    private Vocabulary(Properties words) {
        words.forEach((key, spellings) -> {
            var parts = key.toString().split("\\.", 2);
            for (var spelling : spellings.toString().split("\\|"))
                meanings.computeIfAbsent(parts[0], kind -> new HashMap<>()).putIfAbsent(spelt(spelling), parts[1]);
        });
    }

    static Vocabulary shipped() {
        try (var stream = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE), FILE);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return new Vocabulary(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Half> half(String word) {
        return Arrays.stream(Half.values())
                .filter(half -> meaning("half", word).filter(half.key()::equals).isPresent())
                .findFirst();
    }

    /** A field's name that belongs to one half only, such as {@code IMAP-Port}. */
    Optional<Field> field(Half half, String word) {
        return meaning(half.key(), word).map(Vocabulary::named);
    }

    Optional<Field> field(String word) {
        return meaning("field", word).map(Vocabulary::named);
    }

    Optional<Protocol> protocol(String word) {
        return meaning("protocol", word).map(key -> Protocol.valueOf(key.toUpperCase(Locale.ROOT)));
    }

    Optional<PresentSecurity> security(String word) {
        return Arrays.stream(PresentSecurity.values())
                .filter(security ->
                        meaning("security", word).filter(security.key()::equals).isPresent())
                .findFirst();
    }

    Optional<PresentMethod> method(String word) {
        return Arrays.stream(PresentMethod.values())
                .filter(method ->
                        meaning("method", word).filter(method.key()::equals).isPresent())
                .findFirst();
    }

    private Optional<String> meaning(String kind, String word) {
        return Optional.ofNullable(meanings.getOrDefault(kind, Map.of()).get(spelt(word)));
    }

    private static Field named(String key) {
        return Field.valueOf(key.toUpperCase(Locale.ROOT));
    }

    private static String spelt(String word) {
        var bare = word.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return bare.endsWith(":") ? bare.substring(0, bare.length() - 1).strip() : bare;
    }
}
