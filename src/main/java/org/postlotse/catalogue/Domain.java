package org.postlotse.catalogue;

import java.util.Optional;

/**
 * A mail domain as DNS knows it: lower case, A-labels (RFC 5890), no trailing dot.
 *
 * @param name at most 253 characters, at least two labels of 1 to 63 letters, digits and inner hyphens
 */
public record Domain(String name) {
    public Domain {
        if (!named(name)) throw new IllegalArgumentException("not a domain in A-labels: " + name);
    }

    /** Reads what people and programs write: any case, umlauts, a trailing dot. Empty when it is no domain. */
    public static Optional<Domain> parse(String text) {
        return DnsName.aLabels(text).filter(Domain::named).map(Domain::new);
    }

    private static boolean named(String name) {
        return name.indexOf('.') >= 0 && DnsName.hostName(name);
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
