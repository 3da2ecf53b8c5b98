package org.postlotse.guide;

import java.util.Locale;

/** A piece of a sentence. */
public sealed interface Piece {
    /** What is read. */
    String text();

    /** {@code words}, {@code quote} or {@code value}: for templates. */
    String kind();

    /** For the {@code lang} attribute of a quotation; empty for what is in the page's own language or in none. */
    default String tag() {
        return "";
    }

    /** The page's own words. */
    record Words(String text) implements Piece {
        @Override
        public String kind() {
            return "words";
        }
    }

    /**
     * A label of the program, without quotation marks: those are {@link Words} of the page's language.
     *
     * @param text exactly as the program shows it; in a sentence without a colon at its end
     * @param lang the program's language, which need not be the page's
     */
    record Quote(String text, Locale lang) implements Piece {
        @Override
        public String kind() {
            return "quote";
        }

        @Override
        public String tag() {
            return lang.toLanguageTag();
        }
    }

    /** A value of the customer or of the hoster, never to be translated or hyphenated. */
    record Value(String text) implements Piece {
        @Override
        public String kind() {
            return "value";
        }
    }
}
