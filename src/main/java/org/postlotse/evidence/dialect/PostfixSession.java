package org.postlotse.evidence.dialect;

import java.util.ArrayList;
import java.util.List;
import org.postlotse.evidence.SeenLogin;

/** One connection to one {@code smtpd} process, as far as its lines have told. */
final class PostfixSession {
    /** Where its first line stands that was seen. */
    long since;
    /** Whether its first line was seen. */
    boolean fromStart;
    /** Whether the process speaks TLS from the first byte, by its name. */
    boolean wrapped;
    /** Whether its service is one for customers, where a port without TLS is a port without TLS. */
    boolean submission;

    /** A number for where it came from, when its first line was seen. */
    long from;
    /** Whether a log-in was tried and came to nothing in any way that has a line of its own. */
    boolean tried;

    String version = "";
    String cipher = "";
    /** Where it came from, once a handshake failed: the reason stands in the next line. */
    String failed = "";

    /** Log-ins whose encryption only a later line tells. */
    List<Waiting> waiting = List.of();

    /** Log-ins told already: each user once a connection, however many mails. */
    private List<String> told = List.of();

    record Waiting(SeenLogin login, PostfixSender sender) {}

    /** Whether this user is told of for the first time. */
    boolean isNew(String user) {
        if (told.contains(user)) return false;
        if (told.isEmpty()) told = new ArrayList<>(1); // most connections log nobody in
        return told.add(user);
    }

    void await(SeenLogin login, PostfixSender sender) {
        if (waiting.isEmpty()) waiting = new ArrayList<>(1);
        waiting.add(new Waiting(login, sender));
    }
}
