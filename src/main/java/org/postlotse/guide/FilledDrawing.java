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

    /** The list at the left of a window with more than that list; elsewhere none. */
    public Optional<FilledPart> side() {
        return Optional.of(parts.subList(0, splits()))
                .filter(above -> above.size() < parts.size())
                .map(List::getLast);
    }

    /** What stands above that list; everything where there is none. */
    public List<FilledPart> above() {
        return side().isPresent() ? parts.subList(0, splits() - 1) : parts;
    }

    /** What stands right of that list. */
    public List<FilledPart> beside() {
        return parts.subList(splits(), parts.size());
    }

    /** How many parts stand above the right side; all of them where nothing does. */
    private int splits() {
        if (kind.equals(Drawing.Kind.PHONE.key())) return parts.size();
        for (int i = 0; i < parts.size(); i++)
            if (parts.get(i).choices().filter(FilledPart.Choices::listed).isPresent()) return i + 1;
        return parts.size();
    }

    FilledDrawing captioned(String other) {
        return new FilledDrawing(kind, title, back, parts, sentence, other);
    }
}
