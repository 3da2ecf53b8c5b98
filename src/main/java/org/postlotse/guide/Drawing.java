package org.postlotse.guide;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A page of a mail program, drawn from a few parts.
 *
 * @param when all of these have to hold; empty for always
 * @param kind what kind of page
 * @param title what stands at its top
 * @param back where a phone's page leads back to
 * @param parts from top to bottom, each with when it is there
 */
record Drawing(Set<Condition> when, Kind kind, Markup title, Optional<Markup> back, List<Placed> parts) {
    /** More marks in one drawing are not followed any more. */
    static final int MOST_MARKS = 4;

    Drawing {
        when = Set.copyOf(when);
        parts = List.copyOf(parts);
    }

    boolean applies(Set<Condition> holding) {
        return holding.containsAll(when);
    }

    enum Kind {
        WINDOW,
        DIALOG,
        MENU,
        PHONE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part, and when it is there. */
    record Placed(Set<Condition> when, Part part) {
        Placed {
            when = Set.copyOf(when);
        }

        boolean applies(Set<Condition> holding) {
            return holding.containsAll(when);
        }
    }
}
