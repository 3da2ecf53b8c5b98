package org.postlotse.evidence;

/**
 * One end of a connection.
 *
 * @param address an IP address as logged, without a scope and with IPv4 never mapped; may be empty
 * @param port 0 where the log does not tell
 */
public record Endpoint(String address, int port) {
    public static final Endpoint UNKNOWN = new Endpoint("", 0);
    private static final String MAPPED = "::ffff:";

    public Endpoint {
        if (address.startsWith(MAPPED) && address.indexOf('.') > 0) address = address.substring(MAPPED.length());
        if (port < 0 || port > 65535) port = 0;
    }
}
