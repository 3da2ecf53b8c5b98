package org.postlotse.guide;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in braces of a shared text. */
final class Braces {
    static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private Braces() {}

    static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }
}
