package org.postlotse.guide;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The values of a drawing's marked rows: the drawing is their only source. */
final class ValueTable {
    private final Pen pen;

    ValueTable(Pen pen) {
        this.pen = pen;
    }

    List<ValueRow> of(FilledDrawing drawing) {
        return drawing.parts().stream()
                .flatMap(part -> part instanceof FilledPart.Row row ? Stream.of(row) : Stream.empty())
                .filter(row -> row.number() > 0 && row.control().set())
                .map(this::row)
                .sorted(Comparator.comparingInt(ValueRow::number))
                .toList();
    }

    private ValueRow row(FilledPart.Row row) {
        var whole = row.label().plain();
        var label = whole.endsWith(":") ? whole.substring(0, whole.length() - 1) : whole;
        var labelLang = lang(row.label());
        boolean copyable = row.control().typed() && row.value().isValue();
        var action = copyable
                ? pen.around(Word.COPY, new Piece.Quote(label, labelLang))
                : List.<Piece>of(new Piece.Words(pen.wording().say(action(row))));
        return new ValueRow(
                row.number(),
                label,
                labelLang,
                row.value().plain(),
                lang(row.value()),
                row.control(),
                copyable,
                new Phrase(action));
    }

    private static Word action(FilledPart.Row row) {
        return switch (row.control()) {
            case TEXT, NUMBER, BUTTON, STATIC -> Word.TYPE;
            case LIST -> Word.CHOOSE;
            case SWITCH -> row.on() ? Word.TURN_ON : Word.TURN_OFF;
            case CHECK -> row.on() ? Word.TICK : Word.LEAVE_EMPTY;
            case RADIO -> Word.SELECT;
        };
    }

    /** The language of the program's label in it, else the page's, which is the wording's own. */
    private Locale lang(Phrase phrase) {
        return phrase.pieces().stream()
                .flatMap(piece -> piece instanceof Piece.Quote quote ? Stream.of(quote.lang()) : Stream.empty())
                .findFirst()
                .orElse(pen.page());
    }
}
