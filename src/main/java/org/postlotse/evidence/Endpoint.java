package org.postlotse.evidence;

/**
 * One end of a connection.
 *
 * @param address an IP address as logged, without a scope and with IPv4 never mapped; may be empty
 * @param port 0 where the log does not tell
 */
public record Endpoint(String address, int port) {
    public static final Endpoint UNKNOWN = new Endpoint("", 0);
    /** Where our own check lets Postfix say that it went to: no connection ever does (RFC 7600 §5). */
    private static final String NOWHERE = "192.0.0.8";

    private static final String MAPPED = "::ffff:";

    public Endpoint {
        address = unmapped(address);
        if (port < 0 || port > 65535) port = 0;
    }

    /** An address of IPv4 as such, also where it was written as one of IPv6 (RFC 4291 §2.5.5.2). */
    static String unmapped(String address) {
        return address.startsWith(MAPPED) && address.indexOf('.') > 0 ? address.substring(MAPPED.length()) : address;
    }

    /** Whether our own check says so of where it went to, and nobody else. */
    public boolean isNowhere() {
        return address.equals(NOWHERE);
    }
}
