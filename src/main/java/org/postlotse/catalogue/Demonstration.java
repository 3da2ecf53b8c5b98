package org.postlotse.catalogue;

import java.util.List;
import java.util.Optional;

/** What the start page tells a newcomer where the hoster is only a demonstration. */
public interface Demonstration {
    /** The mailboxes to try, in the order in which to show them; empty where the demonstration is switched off. */
    List<Mailbox> mailboxes();

    /** The password of all of them. */
    String password();

    /** Who may log in at the operators' desk; empty where the demonstration is switched off. */
    Optional<Desk> desk();

    /** Name and password of an operator of the demonstration. */
    record Desk(String name, String password) {}

    /**
     * A mailbox to try.
     *
     * @param address of it
     * @param shows the kind of answer that the check gives for it, {@code wrong-password}
     * @param loginName what to type as user name; empty where nothing is to be typed
     */
    record Mailbox(EmailAddress address, String shows, Optional<String> loginName) {}
}
