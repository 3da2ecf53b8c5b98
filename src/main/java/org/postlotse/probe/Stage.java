package org.postlotse.probe;

import java.util.Locale;

/** How far a dialogue had come, in the order in which it goes. */
public enum Stage {
    /** Looking up the host's addresses. */
    RESOLVE,
    /** Opening the TCP connection. */
    CONNECT,
    /** Waiting for the server's first words. */
    GREETING,
    /** Asking what the server can do. */
    CAPABILITY,
    /** Asking for TLS on an open connection. */
    STARTTLS,
    /** Agreeing on TLS. */
    HANDSHAKE,
    /** Logging in. */
    LOGIN;

    /** Lower case, as in texts' keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
