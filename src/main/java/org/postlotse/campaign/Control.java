package org.postlotse.campaign;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether letters go out, and to whom: one row for all nodes, read before each letter.
 *
 * @param share of all mailboxes that get letters in the mode {@code SHARE}, in per cent, 1 to 100
 * @param by who said so; empty at first
 */
public record Control(Mode mode, int share, Optional<Instant> changed, String by) {
    /** Who gets letters. */
    public enum Mode {
        /** Nobody: everything is a dry run. How it begins, and the emergency stop. */
        STOPPED,
        /** The mailboxes and domains of {@code postlotse.campaign.pilot}. */
        PILOT,
        /** A share of all mailboxes; whoever is in a share is in every larger one. */
        SHARE,
        /** Everybody. */
        ALL;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Mode> of(String key) {
            return Arrays.stream(values())
                    .filter(mode -> mode.key().equals(key))
                    .findFirst();
        }
    }

    /** How it begins. */
    public static Control beginning() {
        return new Control(Mode.STOPPED, 100, Optional.empty(), "");
    }
}
