package org.postlotse.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads a drawing. Its marks have to be 1, 2, 3 … without a gap in every case in which it can be shown. */
final class DrawingReader {
    private final MarkupReader texts;

    DrawingReader(MarkupReader texts) {
        this.texts = texts;
    }

    Drawing read(Node node) {
        node.only("when", "kind", "title", "back", "parts");
        var drawing = new Drawing(
                MarkupReader.when(node),
                node.child("kind")
                        .oneOf(Drawing.Kind.values(), Drawing.Kind::key)
                        .orElse(Drawing.Kind.WINDOW),
                texts.readNeutral(node.child("title")),
                node.ifPresent("back").map(texts::readNeutral),
                node.child("parts").items().stream().map(this::placed).toList());
        Condition.everyCase().stream()
                .map(holding -> marks(drawing, holding))
                .filter(marks -> !inOrder(marks))
                .findFirst()
                .ifPresent(marks -> node.fault("has the marks " + Arrays.toString(marks)
                        + "; they go from 1 without a gap, at most " + Drawing.MOST_MARKS));
        return drawing;
    }

    private Drawing.Placed placed(Node node) {
        return new Drawing.Placed(MarkupReader.when(node), part(node));
    }

    private Part part(Node node) {
        if (node.ifPresent("row").isPresent()) return row(node.only("row", "control", "value", "mark", "when"));
        if (node.ifPresent("entry").isPresent()) return entry(node.only("entry", "value", "mark", "when"));
        if (node.ifPresent("group").isPresent()) return line(node.only("group", "when"), "group");
        if (node.ifPresent("note").isPresent()) return line(node.only("note", "when"), "note");
        for (var kind : Part.Choices.Kind.values())
            if (node.ifPresent(kind.key()).isPresent()) return choices(node.only(kind.key(), "when"), kind);
        node.fault("is none of row, entry, group, note, tabs, tree, menu, buttons");
        return new Part.Line(false, new Markup(List.of()));
    }

    private Part row(Node node) {
        var control =
                node.child("control").oneOf(Control.values(), Control::key).orElse(Control.STATIC);
        var label = texts.readNeutral(node.child("row"));
        if (!control.toggled())
            return new Part.Row(label, control, Optional.of(texts.readNeutral(node.child("value"))), false, mark(node));
        boolean on = node.child("value").oneOf(Toggle.values(), Toggle::key).equals(Optional.of(Toggle.ON));
        return new Part.Row(label, control, Optional.empty(), on, mark(node));
    }

    private enum Toggle {
        ON,
        OFF;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Part entry(Node node) {
        return new Part.Entry(
                texts.readNeutral(node.child("entry")), node.ifPresent("value").map(texts::readNeutral), mark(node));
    }

    private Part line(Node node, String key) {
        return new Part.Line(key.equals("group"), texts.readNeutral(node.child(key)));
    }

    private Part choices(Node node, Part.Choices.Kind kind) {
        return new Part.Choices(
                kind, node.child(kind.key()).items().stream().map(this::choice).toList());
    }

    private Part.Choice choice(Node node) {
        if (node.isText()) return new Part.Choice(texts.readNeutral(node), 0, false, 0);
        node.only("text", "depth", "selected", "mark");
        return new Part.Choice(
                texts.readNeutral(node.child("text")),
                node.ifPresent("depth").map(depth -> depth.number(0, 3)).orElse(0),
                node.ifPresent("selected").map(Node::text).equals(Optional.of("true")),
                mark(node));
    }

    private static int mark(Node node) {
        return node.ifPresent("mark")
                .map(mark -> mark.number(1, Drawing.MOST_MARKS))
                .orElse(0);
    }

    private static int[] marks(Drawing drawing, Set<Condition> holding) {
        return drawing.parts().stream()
                .filter(placed -> placed.applies(holding))
                .flatMapToInt(placed -> placed.part().marks())
                .filter(mark -> mark > 0)
                .sorted()
                .toArray();
    }

    private static boolean inOrder(int[] marks) {
        return marks.length <= Drawing.MOST_MARKS
                && Arrays.equals(marks, IntStream.rangeClosed(1, marks.length).toArray());
    }
}
