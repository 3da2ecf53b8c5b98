package org.postlotse.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What to add to a mail server's configuration so that its log tells what is needed. */
public enum LogAdvice {
    DOVECOT_2_3("Dovecot 2.3", "/etc/dovecot/conf.d/99-postlotse.conf"),
    DOVECOT_2_4("Dovecot 2.4", "/etc/dovecot/conf.d/99-postlotse.conf"),
    POSTFIX("Postfix 3", "/etc/postfix/main.cf"),
    EXIM("Exim 4", "/etc/exim4/exim4.conf");

    private final String title;
    private final String file;

    LogAdvice(String title, String file) {
        this.title = title;
        this.file = file;
    }

    /** The server's, with its version. */
    public String title() {
        return title;
    }

    /** Where the settings usually belong. */
    public String file() {
        return file;
    }

    /** Stable: {@code dovecot-2.3}. */
    public String id() {
        return switch (this) {
            case DOVECOT_2_3 -> "dovecot-2.3";
            case DOVECOT_2_4 -> "dovecot-2.4";
            case POSTFIX, EXIM -> name().toLowerCase(Locale.ROOT);
        };
    }

    public static Optional<LogAdvice> of(String id) {
        for (var advice : values()) if (advice.id().equals(id)) return Optional.of(advice);
        return Optional.empty();
    }

    /** The settings, with comments that say what each is for, as they are written into the server's file. */
    public String settings() {
        var name = "advice/" + id() + ".conf";
        try (var stream = LogAdvice.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException(name + " is missing");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
