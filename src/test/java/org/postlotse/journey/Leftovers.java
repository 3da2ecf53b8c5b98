package org.postlotse.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postlotse.support.PseudoLanguage;

/** What a page in a language that nobody speaks still says in German or English. */
final class Leftovers {
    /** What the hoster's configuration says of itself. */
    private static final List<String> HOSTER = List.of(
            "Beispiel-Hoster",
            "Beispiel",
            "Mo-Fr 9-17 Uhr",
            "sicher.example.test",
            "mail01.example.test",
            "erika@example.test",
            "example.test");

    /** Names that are the same everywhere, languages as the JDK calls them, and one of its months. */
    private static final Set<String> NAMES =
            Set.of("IMAP", "POP3", "SMTP", "SSL", "TLS", "STARTTLS", "Deutsch", "English", "German", "Sep");

    private static final List<String> LABELS = labels();
    private static final Pattern SAID = Pattern.compile(" (?:alt|aria-label|title|placeholder)=\"([^\"]*)\"");

    private Leftovers() {}

    static List<String> in(String html) {
        var shown = html.replaceAll("(?s)<(script|style|svg)\\b.*?</\\1>", " ")
                .replaceAll("(?s)<([a-z0-9]+)[^>]* translate=\"no\"[^>]*>.*?</\\1>", " ");
        var said = SAID.matcher(shown).results().map(found -> found.group(1));
        var text = Stream.concat(said, Stream.of(shown.replaceAll("<[^>]*>", " ")))
                .reduce("", (all, one) -> all + "\n" + one)
                .replaceAll("&[a-z0-9#]+;", " ");
        for (var name : HOSTER) text = text.replace(name, " ");
        for (var label : LABELS) text = text.replace(label, " ");
        return PseudoLanguage.foreign(text).stream()
                .filter(word -> !NAMES.contains(word) && word.length() > 1)
                .distinct()
                .toList();
    }

    /** What programs say, the longest first: it is quoted as it is, in any language. */
    private static List<String> labels() {
        var found =
                new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(String::toString));
        try (var files = Files.newDirectoryStream(Path.of("web/clients"), "*.labels.yaml")) {
            for (var file : files)
                for (JsonNode label : new YAMLMapper().readTree(file.toFile()))
                    for (var wording : label) {
                        var text = wording.path("text").asText();
                        found.add(text);
                        if (text.endsWith(":")) found.add(text.substring(0, text.length() - 1));
                    }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(found);
    }
}
