package org.postlotse.evidence;

import org.postlotse.catalogue.EmailAddress;

/** What the hoster knows of a name in a log. */
interface Mailboxes {
    /** Whether an address is of a domain that the hoster serves. */
    boolean has(EmailAddress address);

    /** Whether a host's name is one that customers of this mailbox' brand shall no longer use. */
    boolean isOld(String host, EmailAddress mailbox);
}
