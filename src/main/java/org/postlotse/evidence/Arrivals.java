package org.postlotse.evidence;

import java.time.Duration;
import org.postlotse.catalogue.EmailAddress;

/** Tells, on every node and within a second, that somebody has just logged in to a mailbox, whichever node read it. */
public interface Arrivals {
    /** Begins to listen; what arrived before is not told. */
    Listening listen(EmailAddress mailbox);

    /** Somebody who wants to know of one mailbox. One thread at a time. */
    interface Listening extends AutoCloseable {
        /**
         * Waits until there may be something new since the last call: what it is has to be looked up. Rarely there is
         * nothing.
         *
         * @return whether there may be; false when the time ran out
         */
        boolean await(Duration most) throws InterruptedException;

        @Override
        void close();
    }
}
