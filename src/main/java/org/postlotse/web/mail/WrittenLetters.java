package org.postlotse.web.mail;

import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postlotse.campaign.CampaignSettings;
import org.postlotse.campaign.Letter;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.guide.Guides;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.look.Looks;

/** Puts letters into words, as plain text and as HTML of the same words. */
@Singleton
class WrittenLetters implements Letter.Writer {
    private final Texts texts;
    private final Provider<Guides> guides;
    private final Looks looks;
    private final CampaignSettings settings;
    private final Catalogue catalogue;
    private final Clock clock;
    private final LetterTemplates templates;

    @Inject
    WrittenLetters(
            Texts texts,
            Provider<Guides> guides,
            Looks looks,
            CampaignSettings settings,
            Catalogue catalogue,
            Clock clock,
            LetterTemplates templates) {
        this.texts = texts;
        this.guides = guides; // asked late: settings are checked with the languages of letters, faulty guides or not
        this.looks = looks;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
        this.templates = templates;
    }

    @Override
    public Set<Locale> languages() {
        return texts.languages();
    }

    @Override
    public Letter.Written write(Letter letter) {
        var language = letter.reader().language();
        var home = "/" + language.toLanguageTag();
        var frame = new Frame(language, letter.brand(), looks.of(letter.brand()), "", home, List.of());
        var words = new LetterBlocks(texts, guides.get(), settings, catalogue.zone(), clock.instant(), frame, letter);
        var blocks = words.blocks();
        return new Letter.Written(
                words.subject(),
                PlainText.wrapped(render(templates.text(), words.subject(), blocks, language)),
                render(templates.html(), words.subject(), blocks, language));
    }

    private static String render(Template template, String subject, List<Block> blocks, Locale language) {
        return template.data("blocks", blocks)
                .data("subject", subject)
                .data("lang", language.toLanguageTag())
                .render();
    }
}
