package org.postlotse.catalogue;

import java.util.List;

/** What the start page tells a newcomer where the hoster is only a demonstration. */
public interface Demonstration {
    /** The mailboxes to try, in the order in which to show them; empty where the demonstration is switched off. */
    List<Mailbox> mailboxes();

    /** The password of all of them. */
    String password();

    /**
     * A mailbox to try.
     *
     * @param address of it
     * @param shows the kind of answer that the check gives for it, {@code wrong-password}
     */
    record Mailbox(EmailAddress address, String shows) {}
}
