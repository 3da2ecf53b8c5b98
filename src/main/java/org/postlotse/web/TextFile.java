package org.postlotse.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A file of texts: nested YAML, named after its language. */
final class TextFile {
    private TextFile() {}

    /** Its texts by their whole keys, {@code start.must.yes}. */
    static Map<String, String> read(Path file) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var in = Files.newInputStream(file)) {
            collect("", new YAMLMapper().readTree(in), texts);
        }
        return Map.copyOf(texts);
    }

    static Locale language(Path file) {
        return Locale.forLanguageTag(file.getFileName().toString().replaceFirst("\\.yaml$", ""));
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> texts) {
        if (!node.isObject() && !node.isMissingNode()) texts.put(prefix, node.asText());
        for (var child : node.properties())
            collect(prefix.isEmpty() ? child.getKey() : prefix + "." + child.getKey(), child.getValue(), texts);
    }
}
