package org.postlotse.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Offer;
import org.postlotse.evidence.Device;

/**
 * Everything that a letter tells, in no words yet.
 *
 * @param kind what it has to say
 * @param round how often its mailbox was warned anew
 * @param weakness the gravest one of the mailbox: the key of an {@link org.postlotse.evidence.Weakness}
 * @param recipient whose mailbox it is about
 * @param reader who reads it
 * @param seen its insecure programs, and what they tell
 * @param offer the values that are right
 * @param link the address that leads straight to the pages
 */
public record Letter(
        LetterKind kind,
        int round,
        String weakness,
        Recipient recipient,
        Reader reader,
        Brand brand,
        Seen seen,
        Offer offer,
        String link) {

    /**
     * Who reads a letter.
     *
     * @param address where it goes
     * @param owner whether the mailbox is his own; when and from where somebody else reads mail is nobody's business
     * @param language in which it is written
     */
    public record Reader(EmailAddress address, boolean owner, Locale language) {}

    /**
     * What was seen.
     *
     * @param devices insecure ones, the gravest first, then the latest
     * @param sendsOnly nobody ever fetched mail: it is likely a printer's, a scanner's or a web site's
     */
    public record Seen(List<Device> devices, boolean sendsOnly) {
        public Seen {
            devices = List.copyOf(devices);
        }
    }

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
        Set<Locale> languages();
    }

    /** When the old way was seen last; empty where nothing is known of it any more. */
    public Optional<Instant> lastSeen() {
        return seen.devices().stream().map(Device::last).max(Instant::compareTo);
    }

    /** The same for somebody else's eyes. */
    Letter to(Reader other) {
        return new Letter(kind, round, weakness, recipient, other, brand, seen, offer, link);
    }
}
