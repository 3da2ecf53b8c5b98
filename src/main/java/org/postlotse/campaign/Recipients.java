package org.postlotse.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;

/** Who got letters, and which. */
public interface Recipients {
    /** The recipient of a mailbox; who is new gets this code. Empty when the code is somebody else's: try another. */
    Optional<Recipient> meet(EmailAddress mailbox, CheckCode code);

    Optional<Recipient> find(EmailAddress mailbox);

    Optional<Recipient> find(CheckCode code);

    /** Those of mailboxes between two names: after the first, up to and with the second. */
    List<Recipient> between(String after, String upTo);

    /** The language in which somebody reads our pages. */
    void reads(EmailAddress mailbox, Locale language);

    /**
     * Claims a letter for the one who asks first, on whatever node.
     *
     * @return false when it was claimed before: then it must not be sent
     */
    boolean claim(Claim claim);

    /** Says what came of a claimed letter; one that was sent counts as the recipient's last. */
    void settle(Claim claim, Outcome outcome, Instant at);

    /** How many letters were claimed after this moment. */
    long claimedSince(Instant moment);

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
        /** Claimed; what came of it nobody wrote down yet, or ever will. */
        CLAIMED,
        SENT,
        /** The mail server does not take letters to this mailbox. */
        REFUSED,
        /** It came back. */
        BOUNCED,
        /** The mail server could not be asked, or did not answer: nobody knows. */
        FAILED
    }

    /** A letter and what came of it. */
    record Sent(Claim claim, Outcome outcome) {}

    record Count(LetterKind kind, Outcome outcome, long letters) {}
}
