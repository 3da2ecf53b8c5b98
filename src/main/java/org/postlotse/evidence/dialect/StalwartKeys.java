package org.postlotse.evidence.dialect;

import java.util.HashMap;
import java.util.Map;
import org.postlotse.evidence.Entry;

/**
 * Stalwart's {@code key = value, key = "text", …}, read from the left. The connection's keys stand first and the first of a
 * name counts, so that no later text, which older versions wrote without escaping its quotes, can pose as one of them.
 */
final class StalwartKeys {
    private StalwartKeys() {}

    static Map<String, String> read(Entry entry, int from) {
        var keys = new HashMap<String, String>();
        int at = from;
        while (at < entry.to()) {
            int equals = entry.next('=', at, entry.to());
            if (equals + 2 > entry.to() || equals - 1 <= at) break;
            var key = entry.word(at, equals - 1);
            int value = equals + 2;
            boolean quoted = value < entry.to() && entry.at(value) == '"';
            int end = quoted ? closing(entry, value + 1) : entry.next(',', value, entry.to());
            keys.putIfAbsent(key, quoted ? unescaped(entry.text(value + 1, end)) : entry.text(value, end));
            at = (quoted ? end + 1 : end) + 2;
        }
        return keys;
    }

    /** The quote that ends a text: what follows is a comma or nothing. */
    private static int closing(Entry entry, int from) {
        for (int i = from; i < entry.to(); i++) {
            if (entry.at(i) == '\\') i++;
            else if (entry.at(i) == '"' && (i + 1 == entry.to() || entry.at(i + 1) == ',')) return i;
        }
        return entry.to();
    }

    private static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : text.replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
