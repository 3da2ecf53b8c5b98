package org.postlotse.catalogue;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** How the settings' values are spelt, with the sentence that says so. */
final class Written {
    static final String URL = "a whole address such as https://sicher.example.org";
    static final String DAV = "a whole address with https, such as https://dav.example.org/";
    static final String HOST = "a host name such as mail.example.org, not an IP address";
    static final String DOMAIN = "a domain such as example.org";
    static final String DATE = "a date as year-month-day, 2024-09-20";
    static final String LANGUAGE = "a language such as en (RFC 5646)";
    static final String MOMENT = "a local date and time, 2024-08-30T10:00";

    private static final Pattern PARTS = Pattern.compile("(https?://)([^/:?#@\\[]+)(.*)");

    private Written() {}

    static Optional<String> text(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl)
                ? Optional.of(text)
                : Optional.empty();
    }

    static Optional<URI> url(String text) {
        return attempt(() -> URI.create(withALabels(text)))
                .filter(url -> url.getHost() != null && url.getUserInfo() == null)
                .filter(url -> "https".equals(url.getScheme()) || "http".equals(url.getScheme()));
    }

    /** The JDK's URI has no umlauts in a host. */
    private static String withALabels(String url) {
        var parts = PARTS.matcher(url);
        return parts.matches()
                ? parts.group(1) + DnsName.aLabels(parts.group(2)).orElse(parts.group(2)) + parts.group(3)
                : url;
    }

    /** Where CalDAV or CardDAV begins: by https, because the password is sent along; nothing after the path. */
    static Optional<URI> dav(String text) {
        return url(text)
                .filter(url -> "https".equals(url.getScheme()))
                .filter(url -> url.getQuery() == null && url.getFragment() == null);
    }

    /** The pages' own address: a URL without path, query or fragment. */
    static Optional<URI> origin(String text) {
        return url(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                .filter(url -> url.getPath().isEmpty() && url.getQuery() == null && url.getFragment() == null);
    }

    static Optional<LocalDate> date(String text) {
        return attempt(() -> LocalDate.parse(text));
    }

    static Optional<LocalDateTime> moment(String text) {
        return attempt(() -> LocalDateTime.parse(text));
    }

    static Optional<ZoneId> zone(String text) {
        return attempt(() -> ZoneId.of(text));
    }

    static Optional<Protocol> protocol(String text) {
        return oneOf(Protocol.values(), Protocol::key, text);
    }

    static Optional<ConnectionSecurity> security(String text) {
        return oneOf(ConnectionSecurity.values(), ConnectionSecurity::key, text);
    }

    static Optional<LoginName> loginName(String text) {
        return oneOf(LoginName.values(), LoginName::pattern, text);
    }

    static Optional<Locale> language(String tag) {
        return Optional.of(Locale.forLanguageTag(tag))
                .filter(language -> !tag.isEmpty() && language.toLanguageTag().equals(tag));
    }

    private static <T> Optional<T> oneOf(T[] values, Function<T, String> spelling, String text) {
        return Arrays.stream(values)
                .filter(value -> spelling.apply(value).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static <T> Optional<T> attempt(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (IllegalArgumentException | DateTimeException notThat) {
            return Optional.empty();
        }
    }
}
