package org.postlotse.web.api;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.postlotse.web.Frame;

/**
 * What webmail or the portal shows a customer who has just logged in there: the same notice with the same code as in our
 * letter, so that the letter proves itself.
 *
 * @param show whether there is anything to show; everything else is empty where not
 * @param lines sentences in the reader's language
 * @param code that stands in our letters as well; empty before the first
 * @param link that leads straight to the pages
 * @param button its words
 */
@Schema(description = "The notice for a customer who is logged in at webmail or the portal.")
record Banner(boolean show, List<String> lines, String code, String link, String button) {
    static final Banner NONE = new Banner(false, List.of(), "", "", "");

    /** The same as HTML to be put into a page: no script, no style, nothing from elsewhere. */
    @CheckedTemplate(basePath = "api", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BannerPart(Frame frame, Banner banner) implements TemplateInstance {}
}
