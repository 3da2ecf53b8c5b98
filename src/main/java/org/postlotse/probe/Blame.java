package org.postlotse.probe;

import java.util.Locale;

/** Who can do something about a verdict. */
public enum Blame {
    /** Nothing is wrong, or waiting is enough. */
    NOBODY,
    /** What was typed. */
    CUSTOMER,
    /** The hoster's servers or their settings. */
    HOSTER,
    /** What lies between here and the server. */
    NETWORK;

    /** Lower case, as in texts' keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
