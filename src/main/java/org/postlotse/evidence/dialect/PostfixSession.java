package org.postlotse.evidence.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.SeenLogin;

/** One connection to one {@code smtpd} process, as far as its lines have told. */
final class PostfixSession {
    final PostfixListener listener;
    /** Where its first line stands that was seen. */
    final long since;
    /** Whether its first line was seen. */
    final boolean fromStart;

    /** A number for where it came from, when its first line was seen. */
    long from;
    /** Whether a log-in was tried and came to nothing in any way that has a line of its own. */
    boolean tried;
    /** Null while it told of none. */
    @Nullable
    Tls tls;
    /** Where it came from, once a handshake failed: the reason stands in the next line. */
    String failed = "";

    /** Log-ins whose encryption only a later line tells. */
    List<Waiting> waiting = List.of();

    private @Nullable Manner told;
    private Set<String> others = Set.of();

    record Waiting(SeenLogin login, PostfixSender sender) {}

    PostfixSession(PostfixListener listener, long since, boolean fromStart) {
        this.listener = listener;
        this.since = since;
        this.fromStart = fromStart;
    }

    /** Whether a missing line about TLS says that there is none. */
    boolean isClear() {
        return fromStart && listener.tellsTls();
    }

    /** Whether anybody logged in. */
    boolean isUsed() {
        return told != null;
    }

    /** Whether this user is told of for the first time: once a connection, however many mails. */
    boolean isNew(Manner manner) {
        var first = told;
        if (first == null) told = manner;
        return first == null
                || first != manner
                        && isAnother(first.facts().user(), manner.facts().user());
    }

    private boolean isAnother(String first, String user) {
        if (first.equals(user)) return false;
        if (others.isEmpty()) others = new HashSet<>();
        return others.add(user);
    }

    void await(SeenLogin login, PostfixSender sender) {
        if (waiting.isEmpty()) waiting = new ArrayList<>(1);
        waiting.add(new Waiting(login, sender));
    }
}
