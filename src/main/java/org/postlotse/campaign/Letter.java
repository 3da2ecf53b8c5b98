package org.postlotse.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Offer;
import org.postlotse.evidence.Device;

/**
 * Everything that a letter tells, in no words yet.
 *
 * @param kind what it has to say
 * @param weakness the gravest one of the mailbox: the key of an {@link org.postlotse.evidence.Weakness}
 * @param seen its insecure programs, the latest first
 * @param offer the values that are right
 * @param link the address that leads straight to the pages
 * @param language in which it is written
 */
public record Letter(
        LetterKind kind,
        String weakness,
        Recipient recipient,
        Brand brand,
        List<Device> seen,
        Offer offer,
        String link,
        Locale language) {

    /**
     * A letter in words.
     *
     * @param subject one line
     * @param text for those who read plain text; complete
     * @param html the same
     */
    public record Written(String subject, String text, String html) {}

    /** Puts letters into words. */
    public interface Writer {
        /** Writes a letter. The same letter is always written alike. */
        Written write(Letter letter);

        /** The languages that letters can be written in. */
        java.util.Set<Locale> languages();
    }

    /** When the old way was seen last; empty where nothing is known of it any more. */
    public Optional<Instant> lastSeen() {
        return seen.stream().map(Device::last).max(Instant::compareTo);
    }
}
