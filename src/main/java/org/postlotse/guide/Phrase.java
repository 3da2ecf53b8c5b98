package org.postlotse.guide;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text whose words, program labels and values are told apart.
 *
 * @param pieces in reading order
 */
public record Phrase(List<Piece> pieces) {
    public Phrase {
        pieces = List.copyOf(pieces);
    }

    /** Without any mark-up: for titles and sentences that are read aloud. */
    public String plain() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** Whether all of it is one value, so that it can be copied. */
    boolean isValue() {
        return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Value;
    }
}
