package org.postlotse.web;

import java.util.List;
import java.util.Locale;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Provider;
import org.postlotse.web.look.Look;

/**
 * What stands around every page: its language, whose page it is, and the way to the same page in other languages.
 *
 * @param language of the page
 * @param brand whose page it is
 * @param look where its own style and logo lie
 * @param assets where styles and scripts lie, without a slash at its end
 * @param home the way to the start in this language, {@code /de}
 * @param translations the same page in the other languages
 */
public record Frame(
        Locale language, Brand brand, Look look, String assets, String home, List<Translation> translations) {

    /**
     * The same page in another language.
     *
     * @param tag of the language, {@code en}
     * @param name of the language in itself, {@code English}
     * @param href the way there
     */
    public record Translation(String tag, String name, String href) {}

    /** The brand as its customers know it, with the phone number that stands on every page. */
    public Provider provider() {
        return brand.provider();
    }

    public String lang() {
        return language.toLanguageTag();
    }
}
