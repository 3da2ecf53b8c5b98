package org.postlotse.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A language that nobody speaks: German with letters of double width. Every German or English letter that is left on a page in it
 * was written into the program instead of a file.
 */
public final class PseudoLanguage {
    /** Reserved for private use (ISO 639-2, qaa to qtz). */
    public static final String TAG = "qps";

    private static final Path WEB = Path.of("web");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEPT = Pattern.compile("\\[\\[[^\\]]*]]|\\{[^}]*}");
    private static final YAMLMapper YAML = new YAMLMapper();

    private PseudoLanguage() {}

    /** Writes every file that a language consists of below a folder, at the place that it has in the jar. */
    public static void writeTo(Path root) throws IOException {
        texts(root);
        clients(root);
        documents(root);
    }

    private static void texts(Path root) throws IOException {
        write(
                root.resolve("texts"),
                TAG + ".yaml",
                speak(read(WEB.resolve("texts/de.yaml")), Set.of("format", "file")));
    }

    private static void clients(Path root) throws IOException {
        try (var files = Files.newDirectoryStream(WEB.resolve("clients"), "*.de.yaml")) {
            for (var file : files)
                write(
                        root.resolve("clients"),
                        file.getFileName().toString().replace(".de.", "." + TAG + "."),
                        speak(read(file), Set.of("when")));
        }
    }

    private static void documents(Path root) throws IOException {
        var place = "org/postlotse/document";
        var german = new Properties();
        german.load(new StringReader(Files.readString(RESOURCES.resolve(place + "/Wording_de.properties"))));
        var lines = new StringBuilder();
        german.stringPropertyNames()
                .forEach(key -> lines.append(key)
                        .append(" = ")
                        .append(speak(german.getProperty(key)))
                        .append('\n'));
        Files.createDirectories(root.resolve(place));
        Files.writeString(root.resolve(place).resolve("Wording_" + TAG + ".properties"), lines);
    }

    private static JsonNode read(Path file) throws IOException {
        return YAML.readTree(file.toFile());
    }

    private static void write(Path folder, String name, JsonNode texts) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), YAML.writeValueAsString(texts).getBytes(StandardCharsets.UTF_8));
    }

    /** @param kept keys whose values are no words: patterns of dates, a file's name, names of conditions */
    private static JsonNode speak(JsonNode node, Set<String> kept) {
        if (node instanceof ObjectNode object) {
            var spoken = YAML.createObjectNode();
            object.properties()
                    .forEach(child -> spoken.set(
                            child.getKey(),
                            kept.contains(child.getKey()) ? child.getValue() : speak(child.getValue(), kept)));
            return spoken;
        }
        if (node instanceof ArrayNode list) {
            var spoken = YAML.createArrayNode();
            list.forEach(item -> spoken.add(speak(item, kept)));
            return spoken;
        }
        return TextNode.valueOf(speak(node.asText()));
    }

    /** The same words in letters of double width; placeholders and labels stay what they are. */
    public static String speak(String german) {
        var spoken = new StringBuilder();
        int end = 0;
        for (var kept : KEPT.matcher(german).results().toList()) {
            spoken.append(wide(german.substring(end, kept.start()))).append(kept.group());
            end = kept.end();
        }
        return spoken.append(wide(german.substring(end))).toString();
    }

    private static String wide(String text) {
        return text.codePoints()
                .map(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' ? c - 'A' + 0xFF21 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The words of a page that are not of this language; umlauts count only beside other letters. */
    public static List<String> foreign(String text) {
        return Pattern.compile("[A-Za-z][A-Za-zÄÖÜäöüß-]*")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
