package org.postlotse.catalogue;

import java.util.Locale;
import java.util.Map;

/**
 * When the hoster's phone is answered, in words.
 *
 * @param usual what is said in every language that has no words of its own
 * @param own words by language
 */
public record OfficeHours(String usual, Map<Locale, String> own) {
    public OfficeHours {
        own = Map.copyOf(own);
    }

    /** For a reader of this language. */
    public String in(Locale language) {
        return own.getOrDefault(language, usual);
    }
}
