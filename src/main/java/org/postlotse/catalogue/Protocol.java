package org.postlotse.catalogue;

import java.util.Locale;

/** A protocol that a mail program speaks with the hoster: two ways to fetch mail and one to send it. */
public enum Protocol {
    IMAP("IMAP"),
    POP3("POP3"),
    SMTP("SMTP");

    private final String displayName;

    Protocol(String displayName) {
        this.displayName = displayName;
    }

    /** The name that people read: {@code IMAP}, {@code POP3}, {@code SMTP}. */
    public String displayName() {
        return displayName;
    }

    /** Lower case, as in the configuration and in texts' keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this protocol fetches mail; the other one sends it. */
    public boolean incoming() {
        return this != SMTP;
    }
}
