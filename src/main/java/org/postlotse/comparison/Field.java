package org.postlotse.comparison;

import java.util.Locale;

/** A value of an account, in the order in which programs show them. */
public enum Field {
    PROTOCOL,
    HOST,
    PORT,
    SECURITY,
    METHOD,
    USER;

    /** As in texts' keys and form fields. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
