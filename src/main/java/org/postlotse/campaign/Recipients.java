package org.postlotse.campaign;

import java.time.Duration;
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
     * Claims a letter for the one who asks first, on whatever node. The recipient must have been met.
     *
     * @param pause that must have passed since any other letter to this mailbox was claimed
     * @return false when it was claimed before, or another one too lately: then it must not be sent
     */
    boolean claim(Claim claim, Duration pause);

    /**
     * Claims a letter that went out before once more, from this moment on.
     *
     * @return false when somebody else did so first
     */
    boolean claimAgain(Claim before, Instant now);

    /** Takes a claim back: its letter was certainly not sent, and may be claimed again. */
    void release(Claim claim);

    /** Says what came of a claimed letter; one that was sent counts as the recipient's last. */
    void settle(Claim claim, Outcome outcome, Instant at);

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
        /** Nobody knows whether it was taken, or it was turned away for what it says; it is not sent again. */
        FAILED
    }

    /** A letter and what came of it. */
    record Sent(Claim claim, Outcome outcome) {}

    record Count(LetterKind kind, Outcome outcome, long letters) {}
}
