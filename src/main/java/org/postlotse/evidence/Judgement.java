package org.postlotse.evidence;

import java.util.Locale;
import org.postlotse.catalogue.EmailAddress;

/** What a seen log-in means for the hoster's customers. */
public sealed interface Judgement {
    /**
     * One of a customer's programs.
     *
     * @param network where it came from, as it may be stored; may be empty
     */
    record Customers(EmailAddress mailbox, Fingerprint fingerprint, String network) implements Judgement {
        /** The same, once the program said what it is. */
        Customers saying(ClientId client) {
            return new Customers(mailbox, fingerprint.saying(client.lasting()), network);
        }
    }

    /** Nobody is ever warned for it. */
    record LeftOut(Reason reason) implements Judgement {}

    /** Why a log-in is no customer's. */
    enum Reason {
        /** The name is no mailbox of the hoster's. */
        STRANGER,
        /** It came from the hoster's own networks. */
        OWN_NETWORK,
        /** It tells of the leg between a login proxy and its server. */
        BACK_END,
        /** It is the wizard's own check of a password. */
        OUR_OWN_CHECK;

        /** Stable, for texts: {@code own-network}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
