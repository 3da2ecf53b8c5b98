package org.postlotse.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail domain as DNS knows it: lower case, A-labels (RFC 5890), no trailing dot.
 *
 * @param name at most 253 characters, at least two labels of 1 to 63 letters, digits and inner hyphens
 */
public record Domain(String name) {
    // RFC 1123 §2.1; the last label has a letter, so that an IPv4 address is no domain
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public Domain {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not a domain in A-labels: " + name);
    }

    /** Reads what people and programs write: any case, umlauts, a trailing dot. Empty when it is no domain. */
    public static Optional<Domain> parse(String text) {
        return DnsName.aLabels(text)
                .filter(name -> NAME.matcher(name).matches())
                .map(Domain::new);
    }

    /** For people's eyes: umlauts instead of A-labels, {@code müller.example}. */
    public String unicode() {
        return DnsName.unicode(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
