package org.postlotse.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code <id>.<language>.yaml}: a guide's words in one language. */
final class TextsReader {
    private final MarkupReader texts;

    TextsReader(MarkupReader texts) {
        this.texts = texts;
    }

    /** @param steps the guide's steps: these and no others are to be written */
    GuideTexts read(Node file, Set<String> steps) {
        file.only("name", "place", "recognise", "protocol", "steps");
        return new GuideTexts(
                file.child("name").text(),
                file.child("place").text(),
                texts.generalPassages(some(file.child("recognise"))),
                texts.passages(some(file.child("protocol"))),
                steps(file.child("steps"), steps));
    }

    private Map<String, GuideTexts.StepTexts> steps(Node node, Set<String> steps) {
        var written = new TreeSet<>(node.keys());
        for (var step : steps) if (!written.contains(step)) node.child(step).fault("is missing");
        var read = new HashMap<String, GuideTexts.StepTexts>();
        for (var step : written)
            if (steps.contains(step)) read.put(step, step(node.child(step)));
            else node.child(step).fault("is no step of this guide");
        return read;
    }

    private GuideTexts.StepTexts step(Node node) {
        node.only("title", "text", "boxes", "after", "different");
        var title = texts.passages(node.child("title"));
        if (!oneInEveryCase(title)) node.child("title").fault("has to say exactly one thing in every case");
        return new GuideTexts.StepTexts(
                title,
                texts.passages(some(node.child("text"))),
                texts.passages(node.child("boxes")),
                texts.passages(node.child("after")),
                texts.passages(node.child("different")));
    }

    private static boolean oneInEveryCase(List<Passage> title) {
        return Condition.everyCase().stream()
                .allMatch(holding -> title.stream()
                                .filter(passage -> passage.applies(holding))
                                .count()
                        == 1);
    }

    private static Node some(Node list) {
        if (list.items().isEmpty()) list.fault("is missing");
        return list;
    }
}
