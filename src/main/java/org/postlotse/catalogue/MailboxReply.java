package org.postlotse.catalogue;

import java.time.Duration;
import java.util.Optional;

/** What the hoster's records say of one mailbox. */
public sealed interface MailboxReply {
    /**
     * There is such a mailbox.
     *
     * @param booking what its owner has
     * @param keep how long that may be believed
     */
    record Known(Booking booking, Duration keep) implements MailboxReply {}

    /** There is none. */
    record Unknown(Duration keep) implements MailboxReply {}

    /** The records can not be read now. */
    record Silent(String why) implements MailboxReply {}

    /**
     * What a mailbox's owner has.
     *
     * @param loginName its login name; empty where it is formed as for everybody
     * @param imap whether it may be fetched by IMAP
     * @param pop3 whether it may be fetched by POP3
     */
    record Booking(Optional<String> loginName, boolean imap, boolean pop3) {
        /** Never with the login name: records of the hoster's stand in no log. */
        @Override
        public String toString() {
            return "a booking";
        }
    }
}
