package org.postlotse.campaign;

/** What came of a link that somebody opened. */
public sealed interface LinkReading {
    /** It is ours, and its time is not over. */
    record Open(Recipient recipient) implements LinkReading {}

    /** It was ours: its time is over, or its mailbox was forgotten. */
    record Expired() implements LinkReading {}

    /** Nobody made it, or it was changed on the way. */
    record Forged() implements LinkReading {}
}
