package org.postlotse.web.wizard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.postlotse.guide.FilledDrawing;
import org.postlotse.guide.Phrase;
import org.postlotse.web.Frame;

/** How people find out what they have. */
final class Recognition {
    private static final String IN = "wizard";

    private Recognition() {}

    /** “Which program?”, for those who do not know: drawings of them all. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Recognise(Frame frame, List<Portrait> portraits, Ways ways) implements TemplateInstance {}

    /** A program to choose, and how it looks where somebody has drawn it. */
    record Portrait(Pages.Tile tile, Optional<FilledDrawing> drawing) {}

    /** Where those go whose program is none of the drawn ones. */
    record Ways(String browser, String other, String back) {}

    /** Who reads in the browser need not do anything there. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Browser(Frame frame, String next, String back) implements TemplateInstance {}

    /**
     * IMAP or POP3? Where an account would be removed this is the page that stops it.
     *
     * @param hints where it stands in the program
     * @param whole where those go whose mail is all in the webmail; empty where nothing is removed
     */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Unsure(Frame frame, List<Phrase> hints, List<Pages.Tile> tiles, Optional<String> whole, String back)
            implements TemplateInstance {}
}
