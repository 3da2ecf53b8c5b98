package org.postlotse.web;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program says of the forms that it takes and of those that it has. Nonsense is read as nothing said. */
final class Preference {
    private static final Pattern NEVER = Pattern.compile(";\\s*[qQ]=0(?:\\.0{0,3})?\\s*");

    private Preference() {}

    /** Whether a coding may be sent (RFC 9110 §12.5.3); a star alone asks for none. */
    static boolean takes(String acceptEncoding, String coding) {
        for (var each : acceptEncoding.split(",")) {
            var named = each.strip();
            if (named.equalsIgnoreCase(coding)) return true;
            int weight = named.indexOf(';');
            if (weight >= 0 && named.substring(0, weight).strip().equalsIgnoreCase(coding))
                return !NEVER.matcher(named.substring(weight)).matches();
        }
        return false;
    }

    /** Whether the program has this representation already (RFC 9110 §13.1.2, compared weakly). */
    static boolean has(@Nullable String ifNoneMatch, CharSequence tag) {
        if (ifNoneMatch == null) return false;
        var known = ifNoneMatch.strip();
        return known.equals("*")
                || Stream.of(known.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.contentEquals(tag));
    }
}
