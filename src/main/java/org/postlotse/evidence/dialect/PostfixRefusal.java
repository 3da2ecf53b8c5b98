package org.postlotse.evidence.dialect;

import java.util.Optional;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.Trouble;

/**
 * {@code warning: name[address]: SASL PLAIN authentication failed: reason, sasl_username=…}: what Postfix writes of a log-in
 * that came to nothing. Its reason is the words of whoever it asked: Dovecot mostly gives none, be it a wrong password, a
 * mailbox that is closed or a database that does not answer; older ones give the last challenge. So all count as a name or
 * password that was not taken, but those that say something else.
 */
final class PostfixRefusal {
    private static final byte[] WARNING = Ascii.of("warning: ");
    private static final byte[] SASL = Ascii.of(": SASL ");
    private static final byte[] FAILED = Ascii.of(" authentication failed: ");
    private static final byte[] LOST = Ascii.of("lost connection after AUTH");
    private static final byte[] TIMEOUT = Ascii.of("timeout after AUTH");
    private static final byte[] NONE_SUCCEEDED = Ascii.of(" auth=0/");
    private static final byte[] STARTTLS = Ascii.of(" starttls=");
    private static final byte[] FORWARDED = Ascii.of(" xclient=");
    private static final byte[][] UNKNOWN_METHODS = {
        Ascii.of("Invalid authentication mechanism"), Ascii.of("no mechanism available") // Dovecot's, Cyrus'
    };
    private static final byte[][] NOBODYS_FAULT = {
        Ascii.of("Connection lost to authentication server"), // also when it takes longer than ten seconds to say no
        Ascii.of("Can't connect"),
        Ascii.of("Temporary"),
        Ascii.of("Invalid base64 data"),
        Ascii.of("generic failure"), // Cyrus': its passwords can not be read
    };

    private PostfixRefusal() {}

    /**
     * Whether a line says of a log-in that it came to nothing: refused, given up or cut off.
     *
     * @param words where its own words begin
     */
    static boolean tried(Entry entry, int words) {
        return entry.has(words, WARNING) ? sasl(entry) >= 0 : entry.has(words, LOST) || entry.has(words, TIMEOUT);
    }

    /** Where it says how: right behind the address and, where it is logged, the port. */
    private static int sasl(Entry entry) {
        int close = entry.next(']', entry.from(), entry.to());
        int behind = entry.next(':', close, entry.to());
        if (entry.has(behind, SASL)) return behind + SASL.length;
        int port = entry.next(':', behind + 1, entry.to());
        return behind == close + 1 && entry.has(port, SASL) && entry.number(behind + 1, port) > 0
                ? port + SASL.length
                : -1;
    }

    /** Why, if it was refused. */
    static Optional<Trouble> trouble(Entry entry) {
        int method = sasl(entry);
        if (method < 0) return Optional.empty();
        int behind = entry.next(' ', method, entry.to());
        if (!entry.has(behind, FAILED)) return Optional.empty();
        int reason = behind + FAILED.length;
        if (any(entry, reason, UNKNOWN_METHODS)) return Optional.of(Trouble.METHOD_REFUSED);
        return any(entry, reason, NOBODYS_FAULT) ? Optional.empty() : Optional.of(Trouble.PASSWORD_REFUSED);
    }

    private static boolean any(Entry entry, int from, byte[][] words) {
        for (var one : words) if (entry.has(from, one)) return true;
        return false;
    }

    /**
     * Whether a connection's last line tells that it tried to log in without encryption where that is not possible any more:
     * Postfix refuses that without a line of its own.
     */
    static boolean inClearText(Entry entry, PostfixSession session) {
        boolean dark = session.listener.submission() && !session.listener.wrapped() && session.tls == null;
        return dark
                && !session.isUsed()
                && session.fromStart
                && !session.tried
                && entry.find(NONE_SUCCEEDED, entry.from(), entry.to()) >= 0
                && entry.find(STARTTLS, entry.from(), entry.to()) < 0
                && entry.find(FORWARDED, entry.from(), entry.to()) < 0;
    }

    /** A number for the address that a line names. */
    static long origin(Entry entry) {
        int open = entry.near('[', entry.from(), entry.to());
        return entry.hash(open, entry.near(']', open, entry.to()));
    }
}
