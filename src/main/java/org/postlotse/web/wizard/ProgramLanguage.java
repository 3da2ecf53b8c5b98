package org.postlotse.web.wizard;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.postlotse.guide.Filling;
import org.postlotse.guide.Guide;

/**
 * In which language a page quotes a program. It need not be the page's: a guest reads English and has a German program.
 *
 * @param now its name, in the page's language
 * @param others what else can be chosen
 */
record ProgramLanguage(String now, List<Other> others) {
    ProgramLanguage {
        others = List.copyOf(others);
    }

    /** Another language by its name in the page's language, and the same page with it. */
    record Other(String name, String href) {}

    /** @param samePage the page that the customer is on, with the program in another language */
    static ProgramLanguage of(Guide guide, Filling filling, Function<Locale, String> samePage) {
        var page = filling.page();
        var spoken = guide.spoken(filling.labels());
        return new ProgramLanguage(
                spoken.getDisplayLanguage(page),
                guide.languages().stream()
                        .filter(lang -> !lang.equals(spoken))
                        .map(lang -> new Other(lang.getDisplayLanguage(page), samePage.apply(lang)))
                        .sorted(Comparator.comparing(Other::name))
                        .toList());
    }
}
