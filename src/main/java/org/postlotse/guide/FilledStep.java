package org.postlotse.guide;

import java.util.List;
import java.util.Optional;

/**
 * One step of a route for one customer: one page.
 *
 * @param id the same in every language and release, for addresses
 * @param title what to do, in a few words
 * @param text how to do it
 * @param boxes what may worry people, or go wrong
 * @param after what they see when it is done
 * @param different what to look for where the program looks different
 * @param drawing what the program shows
 * @param values what is to be set; the drawing's marked rows, by number
 * @param unverified whether a label in it has not been seen on a device yet
 * @param words the words around the values
 */
public record FilledStep(
        String id,
        Phrase title,
        List<Phrase> text,
        List<Phrase> boxes,
        List<Phrase> after,
        List<Phrase> different,
        Optional<FilledDrawing> drawing,
        List<ValueRow> values,
        boolean unverified,
        StepWords words) {
    public FilledStep {
        text = List.copyOf(text);
        boxes = List.copyOf(boxes);
        after = List.copyOf(after);
        different = List.copyOf(different);
        values = List.copyOf(values);
    }
}
