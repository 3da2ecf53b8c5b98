package org.postlotse.campaign;

/** Hands letters to the hoster's own mail server. */
interface Post {
    /** What the mail server said. */
    enum Reply {
        TAKEN,
        /** It does not take letters to this mailbox, and never will. */
        REFUSED,
        /** It was certainly not taken: the server can not be reached, asks for patience, or does not like our sender. */
        NOT_TAKEN,
        /** The server turned it away for what it says. */
        REJECTED,
        /** The connection broke when the letter had gone out and before the server had said that it took it. */
        UNKNOWN
    }

    /** How many letters may be on their way at the same time; 0 where no mail server is named. */
    int connections();

    /** Sends one letter; blocks until the server has answered. */
    Reply send(Letter letter, Letter.Written written);
}
