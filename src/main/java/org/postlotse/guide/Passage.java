package org.postlotse.guide;

import java.util.Set;

/**
 * A paragraph that is shown in some cases.
 *
 * @param when all of these have to hold; empty for always
 * @param markup what it says
 */
record Passage(Set<Condition> when, Markup markup) {
    Passage {
        when = Set.copyOf(when);
    }

    boolean applies(Set<Condition> holding) {
        return holding.containsAll(when);
    }
}
