package org.postlotse.demo;

import java.io.IOException;

/** What a server says in one protocol, from the greeting on. */
interface Speaker {
    void greet(Talk talk) throws IOException;

    /**
     * Answers one command.
     *
     * @return what comes next
     */
    Next answer(Talk talk, String command, boolean secured) throws IOException;

    /** After an answer. */
    enum Next {
        GO_ON,
        START_TLS,
        HANG_UP
    }
}
