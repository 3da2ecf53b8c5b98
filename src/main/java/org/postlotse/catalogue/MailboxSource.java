package org.postlotse.catalogue;

/** The hoster's own records of mailboxes: login names that no rule forms, and which protocols were booked. */
public interface MailboxSource {
    /** As in the settings' keys, {@code sql}. */
    String id();

    /** Whether its settings are there. */
    boolean configured();

    /** What it says now; waits for it, but never long, and never fails. */
    MailboxReply ask(EmailAddress address);
}
