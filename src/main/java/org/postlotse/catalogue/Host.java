package org.postlotse.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a server: lower case, A-labels, no trailing dot. Never an address: certificates name hosts (RFC 9525).
 *
 * @param name at most 253 characters; one label is enough ({@code localhost})
 */
public record Host(String name) {
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public Host {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not a host name: " + name);
    }

    /** Reads any case, umlauts and a trailing dot. Empty when it is no host name. */
    public static Optional<Host> parse(String text) {
        return DnsName.aLabels(text)
                .filter(name -> NAME.matcher(name).matches())
                .map(Host::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
