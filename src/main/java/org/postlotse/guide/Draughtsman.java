package org.postlotse.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a page of a program with a customer's values, and says in a sentence what is to be seen in it. */
final class Draughtsman {
    private static final Phrase EMPTY = new Phrase(List.of());

    private final Pen pen;
    private final Set<Condition> holding;

    Draughtsman(Pen pen, Set<Condition> holding) {
        this.pen = pen;
        this.holding = holding;
    }

    FilledDrawing draw(Drawing drawing, String place) {
        var title = pen.shown(drawing.title());
        var parts = drawing.parts().stream()
                .filter(placed -> placed.applies(holding))
                .map(placed -> fill(placed.part()))
                .toList();
        return new FilledDrawing(
                drawing.kind().key(),
                title,
                drawing.back().map(pen::shown),
                parts,
                sentence(drawing.kind(), Map.of("title", title.plain(), "place", place), parts),
                pen.wording().say(Word.DRAWING_NOTE));
    }

    private FilledPart fill(Part part) {
        return switch (part) {
            case Part.Row row ->
                new FilledPart.Row(row.mark(), pen.shown(row.label()), row.control(), value(row), row.on());
            case Part.Entry(var label, var value, int mark) ->
                new FilledPart.Entry(
                        mark, pen.shown(label), value.map(pen::shown).orElse(EMPTY));
            case Part.Line(boolean heading, var text) ->
                new FilledPart.Line(heading ? "group" : "note", pen.shown(text));
            case Part.Choices(var kind, var choices) ->
                new FilledPart.Choices(
                        kind.key(), choices.stream().map(this::fill).toList());
        };
    }

    private FilledPart.Choice fill(Part.Choice choice) {
        return new FilledPart.Choice(choice.mark(), pen.shown(choice.label()), choice.depth(), choice.selected());
    }

    private Phrase value(Part.Row row) {
        return row.value()
                .map(pen::shown)
                .orElseGet(() -> new Phrase(List.of(new Piece.Words(pen.wording()
                        .say(
                                switch (row.control()) {
                                    case SWITCH -> row.on() ? Word.SWITCH_ON : Word.SWITCH_OFF;
                                    case RADIO -> row.on() ? Word.RADIO_ON : Word.RADIO_OFF;
                                    case CHECK, TEXT, NUMBER, LIST, BUTTON, STATIC ->
                                        row.on() ? Word.CHECK_ON : Word.CHECK_OFF;
                                })))));
    }

    /** One numbered thing of the drawing, said. */
    private record Said(int number, String sentence) {}

    private String sentence(Drawing.Kind kind, Map<String, String> page, List<FilledPart> parts) {
        var opening = switch (kind) {
            case WINDOW -> Word.DRAWING_WINDOW;
            case DIALOG -> Word.DRAWING_DIALOG;
            case MENU -> Word.DRAWING_MENU;
            case PHONE -> Word.DRAWING_PHONE;
        };
        var sentences = new ArrayList<String>();
        sentences.add(pen.wording().say(opening, page));
        parts.stream().flatMap(this::tab).forEach(sentences::add);
        parts.stream()
                .flatMap(this::numbered)
                .filter(said -> said.number() > 0)
                .sorted(Comparator.comparingInt(Said::number))
                .map(Said::sentence)
                .forEach(sentences::add);
        return String.join(" ", sentences);
    }

    private Stream<String> tab(FilledPart part) {
        if (!(part instanceof FilledPart.Choices(var kind, var choices)) || !kind.equals(Part.Choices.Kind.TABS.key()))
            return Stream.empty();
        return choices.stream()
                .filter(choice -> choice.selected() && choice.number() == 0)
                .map(choice -> pen.wording().say(Word.DRAWING_TAB, Map.of("field", name(choice.label()))));
    }

    private Stream<Said> numbered(FilledPart part) {
        return switch (part) {
            case FilledPart.Row row ->
                Stream.of(
                        row.control() == Control.BUTTON
                                ? choice(row.number(), row.label())
                                : field(row.number(), row.label(), row.value()));
            case FilledPart.Entry(int number, var label, var value) -> Stream.of(choice(number, label));
            case FilledPart.Choices(var kind, var choices) ->
                choices.stream().map(choice -> choice(choice.number(), choice.label()));
            case FilledPart.Line line -> Stream.empty();
        };
    }

    private Said field(int number, Phrase label, Phrase value) {
        return said(Word.DRAWING_FIELD, number, Map.of("field", name(label), "value", value.plain()));
    }

    private Said choice(int number, Phrase label) {
        return said(Word.DRAWING_CHOICE, number, Map.of("field", name(label)));
    }

    private Said said(Word word, int number, Map<String, String> values) {
        var all = Stream.concat(values.entrySet().stream(), Stream.of(Map.entry("number", Integer.toString(number))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Said(number, pen.wording().say(word, all));
    }

    /** A field's name without the colon that its page puts behind it. */
    private static String name(Phrase label) {
        var text = label.plain();
        return text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
    }
}
