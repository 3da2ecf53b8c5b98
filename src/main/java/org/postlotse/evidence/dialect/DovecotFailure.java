package org.postlotse.evidence.dialect;

import java.util.Optional;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Spellings;
import org.postlotse.evidence.Trouble;

/**
 * {@code imap-login: Disconnected: reason (what was tried): user=<>, rip=…, session=<…>}: the line that Dovecot's log-in
 * processes write of somebody who was not let in. The reason is the server's own text; behind the user name, which may be
 * anybody's, only what follows the last {@code >, method=} is believed.
 */
final class DovecotFailure {
    private static final byte[] DISCONNECTED = Ascii.of("Disconnected");
    private static final byte[] ABORTED = Ascii.of("Aborted login"); // 2.2
    private static final byte[] LOGIN_ABORTED = Ascii.of("Login aborted"); // 2.4
    private static final byte[] USER = Ascii.of(": user=<");
    private static final byte[] NOBODY = Ascii.of(": user=<>");
    private static final byte[] METHOD = Ascii.of(">, method=");
    private static final byte[] NO_METHOD = Ascii.of(">, rip=");
    private static final byte[] TLS = Ascii.of(", TLS");
    private static final byte[] SECURED = Ascii.of(", secured");
    private static final Optional<Trouble> NOT_ENCRYPTED = Optional.of(Trouble.NOT_ENCRYPTED);
    private static final byte[] RIP = Ascii.of(", rip=");
    private static final byte[] SESSION = Ascii.of(", session=<");
    private static final byte[] INVALID = Ascii.of("Too many invalid commands");
    private static final byte[] DISALLOWED = Ascii.of("tried to use disallowed plaintext auth");
    private static final byte[] CLEARTEXT_DISABLED = Ascii.of("(cleartext_auth_disabled)"); // 2.4
    private static final byte[] UNSUPPORTED = Ascii.of("tried to use unsupported auth mechanism");
    private static final byte[] INVALID_METHOD = Ascii.of("(invalid_mech)"); // 2.4
    private static final byte[] AUTH_FAILED = Ascii.of("(auth failed");

    /** What was tried, by the words that it is told in: these are a few. */
    private final Spellings<Optional<Trouble>> troubles = new Spellings<>();

    /** @param head behind the process' name */
    void read(Entry entry, int head, LoginProtocol service, Findings findings) {
        if (!entry.has(head, DISCONNECTED) && !entry.has(head, ABORTED) && !entry.has(head, LOGIN_ABORTED)) return;
        int user = entry.find(USER, head, entry.to());
        if (user < 0) return;
        var trouble = known(entry, head, user);
        if (trouble.isEmpty()) return;
        int tail = entry.has(user, NOBODY) ? user + NOBODY.length : entry.findLast(METHOD, user, entry.to());
        int bare = entry.findLast(NO_METHOD, user, entry.to());
        if (bare > tail) {
            if (!inClearText(entry, user, trouble.get())) return;
            tail = bare;
            trouble = NOT_ENCRYPTED;
        }
        if (tail < 0) return;
        int rip = entry.find(RIP, tail, entry.to());
        if (rip < 0) return;
        int address = rip + RIP.length;
        var from = entry.word(address, entry.next(',', address, entry.to()));
        findings.failed(
                new FailedAttempt(entry.time(), service, from, trouble.get()),
                entry.position(),
                session(entry, address));
    }

    /**
     * Dovecot 2.4 refuses {@code LOGIN} and {@code USER} without TLS before it looks at a method, and says so in no other way.
     * What a name says of TLS is believed, too: then nothing is told.
     */
    private static boolean inClearText(Entry entry, int user, Trouble trouble) {
        return trouble == Trouble.PASSWORD_REFUSED
                && entry.find(TLS, user, entry.to()) < 0
                && entry.find(SECURED, user, entry.to()) < 0;
    }

    private static String session(Entry entry, int tail) {
        int found = entry.findLast(SESSION, tail, entry.to());
        int session = found + SESSION.length;
        return found < 0 ? "" : entry.text(session, entry.next('>', session, entry.to()));
    }

    private Optional<Trouble> known(Entry entry, int from, int to) {
        troubles.begin();
        troubles.add(entry, from, to);
        var known = troubles.known();
        return known != null ? known : troubles.learn(trouble(entry, from, to));
    }

    private static Optional<Trouble> trouble(Entry entry, int from, int to) {
        if (entry.find(INVALID, from, to) >= 0) return Optional.of(Trouble.TLS_TO_CLEAR_TEXT);
        if (entry.find(DISALLOWED, from, to) >= 0 || entry.find(CLEARTEXT_DISABLED, from, to) >= 0)
            return Optional.of(Trouble.NOT_ENCRYPTED);
        if (entry.find(UNSUPPORTED, from, to) >= 0 || entry.find(INVALID_METHOD, from, to) >= 0)
            return Optional.of(Trouble.METHOD_REFUSED);
        if (entry.find(AUTH_FAILED, from, to) >= 0) return Optional.of(Trouble.PASSWORD_REFUSED);
        return Trouble.ofTls(entry, from, to);
    }
}
