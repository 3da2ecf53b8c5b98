package org.postlotse.guide;

import java.util.Locale;

/** A way to bring a mail program to the right settings. */
public enum Route {
    /** Change the account that is there. */
    CHANGE,
    /** Load a profile, which adds a second account; the old one is removed afterwards. */
    PROFILE,
    /** Add the account where there is none. */
    ADD,
    /** Remove the account and add it again: for programs that can not change it. */
    READD;

    /** Lower case, as in the guides' files, in texts' keys and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
