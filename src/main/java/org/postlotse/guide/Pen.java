package org.postlotse.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes one step out for one customer, and remembers whether a label that it quoted is not yet sure. */
final class Pen {
    private static final String FIELD = "{field}";

    private final LabelPack labels;
    private final Locale lang;
    private final Wording wording;
    private final Optional<Values> values;
    private boolean unsure;

    /** @param values empty where no placeholder may stand */
    Pen(LabelPack labels, Locale lang, Wording wording, Optional<Values> values) {
        this.labels = labels;
        this.lang = lang;
        this.wording = wording;
        this.values = values;
    }

    /** Whether the wording of a label written so far still has to be seen on a device. */
    boolean unsure() {
        return unsure;
    }

    Wording wording() {
        return wording;
    }

    /** The language of the page. */
    Locale page() {
        return wording.lang();
    }

    /** The passages that apply, labels in the page's quotation marks. */
    List<Phrase> sentences(List<Passage> passages, Set<Condition> holding) {
        return passages.stream()
                .filter(passage -> passage.applies(holding))
                .map(passage -> write(passage.markup(), true))
                .toList();
    }

    /** As it is shown in a drawing: labels exactly as in the program, without quotation marks. */
    Phrase shown(Markup markup) {
        return write(markup, false);
    }

    private Phrase write(Markup markup, boolean quoted) {
        var pieces = new ArrayList<Piece>();
        for (var token : markup.tokens())
            switch (token) {
                case Markup.Literal(var text) -> pieces.add(new Piece.Words(text));
                case Markup.Slot(var placeholder) -> pieces.add(customer().of(placeholder));
                case Markup.Label(var key) ->
                    pieces.addAll(quoted ? around(Word.QUOTE, label(key, true)) : List.of(label(key, false)));
            }
        return new Phrase(pieces);
    }

    /** A shared text with a piece in the place of its {@code {field}}. */
    List<Piece> around(Word word, Piece piece) {
        var text = wording.say(word);
        int at = text.indexOf(FIELD);
        return List.of(
                new Piece.Words(text.substring(0, at)), piece, new Piece.Words(text.substring(at + FIELD.length())));
    }

    private Piece label(LabelKey key, boolean quoted) {
        var found = labels.find(key.spelt(placeholder -> customer().spelling(placeholder)), lang);
        unsure |= !found.label().source().sure();
        return new Piece.Quote(quoted ? found.label().quoted() : found.label().text(), found.lang());
    }

    private Values customer() {
        return values.orElseThrow(() -> new IllegalStateException("no placeholder may stand here"));
    }
}
