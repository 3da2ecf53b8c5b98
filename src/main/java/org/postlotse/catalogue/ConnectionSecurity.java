package org.postlotse.catalogue;

import java.util.Locale;

/** How a connection is encrypted. There is no value for "not at all": such a server can not be offered. */
public enum ConnectionSecurity {
    /** TLS from the first byte (implicit TLS, RFC 8314 §3). Programs call it SSL/TLS. */
    TLS("SSL/TLS"),
    /** Upgraded after the greeting (RFC 9051 §6.2.1, RFC 2595 §4, RFC 3207); never without. */
    STARTTLS("STARTTLS");

    private final String displayName;

    ConnectionSecurity(String displayName) {
        this.displayName = displayName;
    }

    /** What most programs and people call it: {@code SSL/TLS} or {@code STARTTLS}. */
    public String displayName() {
        return displayName;
    }

    /** Lower case, as in the configuration and in texts' keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
