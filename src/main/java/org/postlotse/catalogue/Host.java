package org.postlotse.catalogue;

import java.util.Optional;

/**
 * The name of a server: lower case, A-labels, no trailing dot. Never an address: certificates name hosts (RFC 9525).
 *
 * @param name at most 253 characters; one label is enough ({@code localhost})
 */
public record Host(String name) {
    public Host {
        if (!DnsName.hostName(name)) throw new IllegalArgumentException("not a host name: " + name);
    }

    /** Reads any case, umlauts and a trailing dot. Empty when it is no host name. */
    public static Optional<Host> parse(String text) {
        return DnsName.aLabels(text).filter(DnsName::hostName).map(Host::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
