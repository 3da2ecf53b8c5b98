package org.postlotse.guide;

import java.util.List;
import java.util.Optional;

/**
 * A drawing with a customer's values in it.
 *
 * @param kind {@code window}, {@code dialog}, {@code menu} or {@code phone}
 * @param title what stands at its top
 * @param back where a phone's page leads back to
 * @param parts from top to bottom
 * @param sentence all that matters in it, for those who do not see it
 * @param caption that it is a drawing
 */
public record FilledDrawing(
        String kind, Phrase title, Optional<Phrase> back, List<FilledPart> parts, String sentence, String caption) {
    public FilledDrawing {
        parts = List.copyOf(parts);
    }

    FilledDrawing captioned(String other) {
        return new FilledDrawing(kind, title, back, parts, sentence, other);
    }
}
