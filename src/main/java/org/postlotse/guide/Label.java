package org.postlotse.guide;

import java.time.YearMonth;
import java.util.Optional;

/**
 * A label of a mail program in one language, and where it was read.
 *
 * @param text exactly as the program shows it
 * @param source how sure it is
 * @param ref where it was read: file, page or device
 * @param from the first version that says so, where known
 * @param to the last version that says so, where known
 * @param checked the month of the check
 */
record Label(
        String text,
        Source source,
        String ref,
        Optional<String> from,
        Optional<String> to,
        Optional<YearMonth> checked) {
    /** Programs change their words with their versions: after that long a label has to be read again. */
    private static final int MONTHS = 12;

    /** How sure a label's wording is. */
    enum Source {
        /** Read in the program's own source or locale file. */
        V,
        /** Read on the vendor's own help page. */
        A,
        /** Read in a human-written guide. */
        D,
        /** Read in a machine-translated guide: the way is right, the wording is not to be trusted. */
        MT,
        /** Known, but not yet seen on a device. */
        K;

        boolean sure() {
            return this == V || this == A || this == D;
        }
    }

    /** How it is quoted in a sentence: a colon at its end belongs to the page, not to the name. */
    String quoted() {
        return text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
    }

    /** Whether its check lies more than twelve months back. */
    boolean old(YearMonth now) {
        return checked.filter(month -> month.isBefore(now.minusMonths(MONTHS))).isPresent();
    }

    /** Whether it is said to have been read, but not when. */
    boolean undated() {
        return source.sure() && checked.isEmpty();
    }
}
