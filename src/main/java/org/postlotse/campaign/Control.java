package org.postlotse.campaign;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postlotse.catalogue.Domain;

/**
 * Whether letters go out, and to whom: one row for all nodes, read before each letter.
 *
 * @param wave whom it is the turn of
 * @param paused whether nothing goes out for now; the wave stays as it is
 * @param by who said so; empty at first
 */
public record Control(Wave wave, boolean paused, Optional<Instant> changed, String by) {
    /** How it begins. */
    public static final Control BEGINNING = new Control(Wave.STOPPED, false, Optional.empty(), "");

    /** Who gets letters. */
    public enum Mode {
        /** Nobody: everything is a dry run. How it begins, and the emergency stop. */
        STOPPED,
        /** The mailboxes and domains of {@code postlotse.campaign.pilot}. */
        PILOT,
        /** Some mail domains, and the pilot group. */
        DOMAINS,
        /** A share of all mailboxes, and the pilot group; whoever is in a share is in every larger one. */
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

    /**
     * A part of all mailboxes.
     *
     * @param share of all mailboxes that get letters in the mode {@code SHARE}, in per cent, 1 to 100
     * @param domains whose mailboxes get letters in the mode {@code DOMAINS}
     */
    public record Wave(Mode mode, int share, Set<Domain> domains) {
        private static final int WHOLE = 100;
        public static final Wave STOPPED = new Wave(Mode.STOPPED, WHOLE, Set.of());
        public static final Wave PILOT = new Wave(Mode.PILOT, WHOLE, Set.of());
        public static final Wave ALL = new Wave(Mode.ALL, WHOLE, Set.of());

        /** @throws IllegalArgumentException when the share is not from 1 to 100 */
        public Wave {
            if (share < 1 || share > WHOLE) throw new IllegalArgumentException("no share: " + share);
            domains = Set.copyOf(domains);
        }

        /** @param percent 1 to 100 */
        public static Wave share(int percent) {
            return new Wave(Mode.SHARE, percent, Set.of());
        }

        public static Wave of(Set<Domain> domains) {
            return new Wave(Mode.DOMAINS, WHOLE, domains);
        }
    }

    /** Another wave, not paused. */
    public static Control of(Wave wave, String by, Instant at) {
        return new Control(wave, false, Optional.of(at), by);
    }

    /** The same wave, which waits. */
    public Control pause(String by, Instant at) {
        return new Control(wave, true, Optional.of(at), by);
    }

    /** The same wave, which goes on. */
    public Control resume(String by, Instant at) {
        return new Control(wave, false, Optional.of(at), by);
    }
}
