package org.postlotse.probe;

import java.net.InetAddress;

/**
 * Where the customer sits, for servers that are told so: their limits and bans then count against him and not against
 * everybody who checks here.
 *
 * @param address his, as trusted proxies tell it
 * @param port his, or 0 where a proxy keeps it to itself
 */
public record Origin(InetAddress address, int port) {
    /** A name for a session of ours: logs show by it that it is no log-in of the customer's own. */
    static String session() {
        return "Postlotse-" + Long.toUnsignedString(System.nanoTime(), Character.MAX_RADIX);
    }

    /** Without a zone: it means nothing to anybody else. */
    String text() {
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
