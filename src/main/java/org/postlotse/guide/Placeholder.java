package org.postlotse.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Protocol;

/** A name in braces for which a value of the customer or the hoster is put. */
enum Placeholder {
    INCOMING_PROTOCOL(Protocol.IMAP.key(), Protocol.POP3.key()),
    INCOMING_HOST,
    INCOMING_PORT,
    INCOMING_SECURITY(securities()),
    OUTGOING_HOST,
    OUTGOING_PORT,
    OUTGOING_SECURITY(securities()),
    LOGIN,
    MAILBOX,
    NAME,
    PASSWORD,
    HOSTER,
    PHONE,
    HOURS,
    WEBMAIL;

    private final List<String> spellings;

    Placeholder(String... spellings) {
        this.spellings = List.of(spellings);
    }

    /** As in the guides' files, without its braces: {@code incoming.host}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** What it can be as a part of a label's key; empty when it can not be one. */
    List<String> spellings() {
        return spellings;
    }

    static Optional<Placeholder> of(String key) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.key().equals(key))
                .findFirst();
    }

    private static String[] securities() {
        return Arrays.stream(ConnectionSecurity.values())
                .map(ConnectionSecurity::key)
                .toArray(String[]::new);
    }
}
