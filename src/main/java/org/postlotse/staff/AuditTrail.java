package org.postlotse.staff;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who did what at the desk or at a terminal, and when. Nobody can change it; what is old is erased. */
public interface AuditTrail {
    /** Writes down what is about to be done, before it is. */
    void note(Deed deed);

    /**
     * The latest deeds, the latest first.
     *
     * @param before only deeds with a smaller number
     */
    List<Deed> latest(long before, int most);

    /** The latest deeds to one mailbox, the latest first. */
    List<Deed> to(String mailbox, int most);

    /** Erases which mailbox was meant, and the words about it; that something was done, by whom and when, stays. */
    int forget(String mailbox);

    /** Erases what was done before this moment; how many deeds. */
    int expire(Instant before);

    /**
     * What somebody did.
     *
     * @param number grows from deed to deed; 0 while it is not written down
     * @param who the operator's name
     * @param mailbox to whose mailbox, normalised; empty where it was done to all
     * @param detail in the operator's own words, or the numbers that were chosen; may be empty
     */
    record Deed(long number, Instant at, String who, Kind kind, String mailbox, String detail) {
        public static Deed of(Instant at, String who, Kind kind, String mailbox, String detail) {
            return new Deed(0, at, who, kind, mailbox, detail);
        }
    }

    /** What can be done at the desk. */
    enum Kind {
        EXCUSED,
        EXCUSE_ENDED,
        MUTED,
        UNMUTED,
        WRITTEN_AGAIN,
        CAMPAIGN_CHANGED,
        CAMPAIGN_STOPPED,
        LIST_TAKEN,
        TEST_LETTER,
        DELIVERIES_RETRIED;

        /** Stable, for columns and texts: {@code excuse-ended}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> of(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }
}
