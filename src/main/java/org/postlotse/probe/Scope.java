package org.postlotse.probe;

import java.util.Locale;

/** What attempts are counted for. */
public enum Scope {
    /** One mailbox, whether it exists or not. */
    MAILBOX,
    /** One customer's line: an IPv4 address or the /64 of an IPv6 address. */
    NETWORK,
    /** All mailboxes of one mail domain: one password tried at many of them. */
    DOMAIN,
    /** Everybody. */
    TOTAL;

    /** Lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
