package org.postlotse.comparison;

import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.ConnectionSecurity;

/** What a program may have chosen for encryption, the bad choices among them. */
public enum PresentSecurity {
    NONE(Optional.empty()),
    /** "TLS, if available": falls back to none when somebody in between wants it so. */
    IF_AVAILABLE(Optional.empty()),
    /** "Automatic": the program chooses by itself. */
    AUTOMATIC(Optional.empty()),
    STARTTLS(Optional.of(ConnectionSecurity.STARTTLS)),
    TLS(Optional.of(ConnectionSecurity.TLS));

    private final Optional<ConnectionSecurity> meant;

    PresentSecurity(Optional<ConnectionSecurity> meant) {
        this.meant = meant;
    }

    /** As in texts' keys and form fields. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean is(ConnectionSecurity security) {
        return meant.filter(security::equals).isPresent();
    }
}
