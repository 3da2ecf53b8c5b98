package org.postlotse.campaign;

/** Hands letters to the hoster's own mail server. */
interface Post {
    /** What the mail server said. */
    enum Reply {
        TAKEN,
        /** It does not take letters to this mailbox, and never will. */
        REFUSED,
        /** It can not be reached or asks for patience: nobody knows, or it was not taken. */
        FAILED
    }

    /** How many letters may be on their way at the same time. */
    int connections();

    /** Sends one letter; blocks until the server has answered. */
    Reply send(Letter letter, Letter.Written written);
}
