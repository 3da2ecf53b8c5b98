package org.postlotse.guide;

import java.util.Locale;

/** A piece of a sentence. */
public sealed interface Piece {
    /** What is read. */
    String text();

    /** {@code words}, {@code quote} or {@code value}: for templates. */
    String kind();

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
     * @param text exactly as the program shows it, but without a colon at its end
     * @param lang the program's language, which need not be the page's
     */
    record Quote(String text, Locale lang) implements Piece {
        @Override
        public String kind() {
            return "quote";
        }

        /** For the {@code lang} attribute. */
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
