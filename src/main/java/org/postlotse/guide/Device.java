package org.postlotse.guide;

import java.util.Locale;

/** What a mail program runs on, as customers call it. */
public enum Device {
    IPHONE,
    IPAD,
    ANDROID,
    WINDOWS,
    MAC,
    LINUX,
    /** Things that send by themselves: printer, scanner, Fritz!Box, website. */
    OTHER;

    /** Lower case, as in the guides' files, in texts' keys and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
