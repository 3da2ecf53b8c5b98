package org.postlotse.guide;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a step out: first its sentences, then its drawing, and from that the values. */
final class StepWriter {
    private final Pen pen;
    private final Set<Condition> holding;

    StepWriter(Pen pen, Set<Condition> holding) {
        this.pen = pen;
        this.holding = holding;
    }

    FilledStep write(String id, GuideTexts guide, Optional<Drawing> sketch) {
        var texts = Optional.ofNullable(guide.steps().get(id)).orElseThrow();
        var title = said(texts.title()).getFirst();
        var text = said(texts.text());
        var boxes = said(texts.boxes());
        var after = said(texts.after());
        var different = said(texts.different());
        var drawing = sketch.filter(it -> it.applies(holding))
                .map(it -> new Draughtsman(pen, holding).draw(it, guide.place()));
        var values = drawing.map(it -> new ValueTable(pen).of(it)).orElse(List.of());
        return new FilledStep(
                id, title, text, boxes, after, different, drawing, values, pen.unsure(), StepWords.of(pen.wording()));
    }

    private List<Phrase> said(List<Passage> passages) {
        return pen.sentences(passages, holding);
    }
}
