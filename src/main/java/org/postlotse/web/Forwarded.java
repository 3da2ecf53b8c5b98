package org.postlotse.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one proxy says of whom it spoke with.
 *
 * @param peer its peer's address as written, with or without a port; empty when it does not tell
 * @param host for which host it was asked; empty when it does not tell
 * @param proto by http or https; empty when it does not tell
 */
record Forwarded(Optional<String> peer, Optional<String> host, Optional<String> proto) {
    private static final Forwarded NOTHING = new Forwarded(Optional.empty(), Optional.empty(), Optional.empty());
    /** More proxies than this stand before nobody. */
    private static final int MOST = 32;

    // RFC 7239 §4: a token or a quoted string, in which a backslash makes the next character plain
    private static final Pattern PAIR =
            Pattern.compile("\\s*([\\w!#$%&'*+.^`|~-]+)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\",;]*))\\s*([;,]|$)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** The values of {@code X-Forwarded-For}, in the order in which proxies have added them. */
    static List<Forwarded> addresses(List<String> headers) {
        return values(headers).stream().map(value -> NOTHING.with("for", value)).toList();
    }

    /** The elements of {@code Forwarded} (RFC 7239), likewise; nothing of a header that is written otherwise. */
    static List<Forwarded> elements(List<String> headers) {
        var elements = new ArrayList<Forwarded>();
        for (var header : headers) {
            var read = elements(header);
            if (read.isEmpty()) return List.of();
            elements.addAll(read);
        }
        return elements.size() > MOST ? List.of() : List.copyOf(elements);
    }

    private static List<Forwarded> elements(String header) {
        var elements = new ArrayList<Forwarded>();
        var element = NOTHING;
        var pair = PAIR.matcher(header);
        int end = 0;
        while (end < header.length()) {
            if (!pair.find(end) || pair.start() != end) return List.of();
            element = element.with(pair.group(1), value(pair.group(2), pair.group(3)));
            end = pair.end();
            if (!pair.group(4).equals(";")) {
                elements.add(element);
                element = NOTHING;
            }
        }
        return elements;
    }

    private static String value(@org.jspecify.annotations.Nullable String quoted, String token) {
        return quoted == null ? token : ESCAPED.matcher(quoted).replaceAll("$1");
    }

    private Forwarded with(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "for" -> new Forwarded(Optional.of(value), host, proto);
            case "host" -> new Forwarded(peer, Optional.of(value), proto);
            case "proto" -> new Forwarded(peer, host, Optional.of(value));
            default -> this;
        };
    }

    /** A header's values, without empty ones; none where there are more than anybody's proxies would write. */
    static List<String> values(List<String> headers) {
        var values = headers.stream()
                .flatMap(header -> Pattern.compile(",").splitAsStream(header))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .limit(MOST + 1L)
                .toList();
        return values.size() > MOST ? List.of() : values;
    }
}
