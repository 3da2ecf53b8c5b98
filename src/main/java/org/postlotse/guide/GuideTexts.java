package org.postlotse.guide;

import java.util.List;
import java.util.Map;

/**
 * A guide in one language.
 *
 * @param name what people call the program
 * @param place where a drawing's page is to be found: "in Thunderbird"
 * @param recognise how to tell this program from others
 * @param protocol where it says whether it is IMAP or POP3
 * @param steps the steps by id
 */
record GuideTexts(
        String name, String place, List<Passage> recognise, List<Passage> protocol, Map<String, StepTexts> steps) {
    GuideTexts {
        recognise = List.copyOf(recognise);
        protocol = List.copyOf(protocol);
        steps = Map.copyOf(steps);
    }

    /** A step's texts, as in {@link FilledStep}; exactly one of the titles applies to a customer. */
    record StepTexts(
            List<Passage> title,
            List<Passage> text,
            List<Passage> boxes,
            List<Passage> after,
            List<Passage> different) {
        StepTexts {
            title = List.copyOf(title);
            text = List.copyOf(text);
            boxes = List.copyOf(boxes);
            after = List.copyOf(after);
            different = List.copyOf(different);
        }
    }
}
