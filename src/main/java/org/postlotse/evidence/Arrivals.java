package org.postlotse.evidence;

import java.time.Duration;
import org.postlotse.catalogue.EmailAddress;

/** Tells, on every node and within a second, that somebody has just logged in to a mailbox, whichever node read it. */
public interface Arrivals {
    /**
     * Begins to listen; what arrived before is not told.
     *
     * @param address as whoever wants to know comes to us: what failed there is told, too
     */
    Listening listen(EmailAddress mailbox, String address);

    /** Somebody who wants to know of one mailbox. One thread at a time. */
    interface Listening extends AutoCloseable {
        /**
         * Waits until there may be something new since the last call: what it is has to be looked up. Rarely there is
         * nothing.
         *
         * @return whether there may be; false when the time ran out
         */
        boolean await(Duration most) throws InterruptedException;

        /** Lets go whoever waits, from another thread; where nobody does, the next one. */
        void wake();

        @Override
        void close();
    }
}
