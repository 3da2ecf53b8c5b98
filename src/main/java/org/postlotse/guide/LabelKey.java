package org.postlotse.guide;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The key of a label, a part of which may depend on the offer.
 *
 * @param before the key, or its beginning
 * @param varying what follows it
 * @param after what follows that
 */
record LabelKey(String before, Optional<Placeholder> varying, String after) {
    /** The key with its varying part written out. */
    String spelt(Function<Placeholder, String> spelling) {
        return before + varying.map(spelling).orElse("") + after;
    }

    /** Every key that it can be. */
    List<String> all() {
        return varying.map(placeholder -> placeholder.spellings().stream()
                        .map(spelling -> before + spelling + after)
                        .toList())
                .orElse(List.of(before));
    }
}
