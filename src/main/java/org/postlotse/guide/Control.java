package org.postlotse.guide;

import java.util.Locale;

/** What a value sits in on the program's page, and so what one does with it. */
public enum Control {
    TEXT,
    NUMBER,
    LIST,
    SWITCH,
    CHECK,
    RADIO,
    BUTTON,
    /** Shown by the program, not to be changed. */
    STATIC;

    /** Lower case, as in the guides' files and in style classes. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether people type into it, so that copying a value helps. */
    boolean typed() {
        return this == TEXT || this == NUMBER;
    }

    /** Whether it is on or off. */
    boolean toggled() {
        return this == SWITCH || this == CHECK || this == RADIO;
    }

    /** Whether it holds a value that people set. */
    boolean set() {
        return this != BUTTON && this != STATIC;
    }
}
