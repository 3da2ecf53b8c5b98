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

    String version = "";
    String cipher = "";
    /** Where it came from, once a handshake failed: the reason stands in the next line. */
    String failed = "";

    /** Log-ins whose encryption only a later line tells. */
    final List<SeenLogin> waiting = new ArrayList<>(1);
    /** Log-ins told already: each user once a connection, however many mails. */
    final List<String> told = new ArrayList<>(1);
}
