package org.postlotse.campaign;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a letter has to say. */
public enum LetterKind {
    /** The first warning. */
    FIRST,
    /** News: the announced hours in which the old settings do not work. */
    REHEARSAL,
    /** News: help on the phone. */
    HELP,
    /** A few days are left. */
    LAST,
    /** The old settings do not work any more. */
    AFTER,
    /** The same, once more and shorter. */
    STILL_AFTER,
    /** Insecure again after it was fixed. */
    RELAPSE,
    /** Everything is secure; the last letter. */
    CLOSING;

    /** Stable, for columns and texts: {@code still-after}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LetterKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
