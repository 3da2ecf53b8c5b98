package org.postlotse.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/** Who got letters, and which. */
public interface Recipients {
    /**
     * The recipients of mailboxes; who is new gets the code beside it, once and for all. Whoever's code is somebody else's is
     * missing: try another.
     */
    List<Recipient> meet(Map<EmailAddress, CheckCode> codes);

    Optional<Recipient> find(EmailAddress mailbox);

    Optional<Recipient> find(CheckCode code);

    /** Those of mailboxes between two names: after the first, up to and with the second. */
    List<Recipient> between(String after, String upTo);

    /** The language in which somebody reads our pages. */
    void reads(EmailAddress mailbox, Locale language);

    /** All letters to a mailbox, the oldest first. */
    List<Sent> letters(EmailAddress mailbox);

    /** The letters to mailboxes between two names: after the first, up to and with the second. */
    List<Sent> lettersBetween(String after, String upTo);

    /** How many letters came to what, by their kind. */
    List<Count> counts();

    /** Erases a mailbox' recipient and letters. */
    void forget(EmailAddress mailbox);

    /**
     * One letter that is to be sent once.
     *
     * @param round how often the mailbox was warned anew: relapses
     */
    record Claim(EmailAddress mailbox, LetterKind kind, int round, Instant at) {}

    /** What came of a letter. */
    enum Outcome {
        /** Claimed; what came of it nobody wrote down yet, or ever will: see {@link Claims#lost}. */
        CLAIMED,
        SENT,
        /** The mail server does not take letters to this mailbox. */
        REFUSED,
        /** It came back. */
        BOUNCED,
        /** Nobody knows whether it was taken, or it was turned away for what it says; it is not sent again. */
        FAILED
    }

    /** A letter and what came of it. */
    record Sent(Claim claim, Outcome outcome) {}

    record Count(LetterKind kind, Outcome outcome, long letters) {}
}
