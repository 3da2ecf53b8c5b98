package org.postlotse.catalogue;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time as settings write it: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 24h}. */
public final class Span {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

    private Span() {}

    /** Empty when it is none. */
    public static Optional<Duration> parse(String text) {
        var match = TIME.matcher(text.strip());
        if (!match.matches()) return Optional.empty();
        long count = Long.parseLong(match.group(1));
        return Optional.of(
                switch (match.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }
}
