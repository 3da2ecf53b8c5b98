package org.postlotse.evidence.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postlotse.evidence.Entry;

/** A JSON object's texts, numbers and truth values by their names; those of the objects in it stand among its own. */
final class FlatJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 4;

    private FlatJson() {}

    /** From an index of the message to its end; empty when it is no whole object. */
    static Optional<Map<String, String>> read(Entry entry, int from) {
        var fields = new HashMap<String, String>();
        try (var parser = JSON.createParser(entry.text(from, entry.to()))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
            object(parser, fields, 0);
            return Optional.of(fields);
        } catch (IOException notWhole) {
            return Optional.empty();
        }
    }

    private static void object(JsonParser parser, Map<String, String> fields, int depth) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && depth < DEEPEST) object(parser, fields, depth + 1);
            else if (token.isScalarValue()) fields.putIfAbsent(name, parser.getText());
            else parser.skipChildren();
        }
    }
}
