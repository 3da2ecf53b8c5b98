package org.postlotse.evidence.dialect;

import org.jspecify.annotations.Nullable;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.Protection;
import org.postlotse.evidence.Spellings;

/**
 * {@code client=name[address](:port), sasl_method=…, sasl_username=rest}: names before the first bracket are DNS', the user's
 * may hold anything.
 */
final class PostfixClient {
    private static final byte[] METHOD = Ascii.of(", sasl_method=");
    private static final byte[] USERNAME = Ascii.of(", sasl_username=");
    private static final byte[][] BEHIND = {
        Ascii.of(", sasl_sender="), Ascii.of(", orig_queue_id="), Ascii.of(", orig_client=")
    };
    private static final byte[] FORWARDED = Ascii.of("XCLIENT");

    /** Spells log-ins that need no other line. */
    private static final Tls UNTOLD = new Tls("", "", 0);

    private final Spellings<Manner> manners = new Spellings<>();
    private final Spellings<PostfixSender> senders = new Spellings<>();
    private int from;
    private int method;
    private int user;
    private int userEnd;
    private int port;
    /** Where the address ends, if a port stands behind it. */
    private int close;

    /** Reads what stands behind {@code client=}; false for another server's mail and for a client without a log-in. */
    boolean read(Entry entry, int from) {
        this.from = from;
        method = entry.find(METHOD, from, entry.to());
        user = method < 0 ? -1 : entry.find(USERNAME, method, entry.to());
        if (user < 0) return false;
        userEnd = userEnd(entry, user);
        port = 0;
        if (entry.at(method - 1) != ']') readPort(entry);
        return true;
    }

    private static int userEnd(Entry entry, int user) {
        int end = entry.to();
        if (entry.next(',', user + 1, end) == end) return end; // as mostly
        for (var key : BEHIND) {
            int behind = entry.findLast(key, user, end);
            if (behind >= 0) end = behind;
        }
        return end;
    }

    private void readPort(Entry entry) {
        close = close(entry);
        if (close + 1 < method && entry.at(close + 1) == ':') port = Math.max(0, entry.number(close + 2, method));
    }

    private int close(Entry entry) {
        return entry.next(']', entry.near('[', from, method), method);
    }

    /** The client's; 0 where it is not logged. */
    int port() {
        return port;
    }

    /** How it logs in through a connection that is protected so. */
    Manner manner(Entry entry, Encryption encryption, Tls tls) {
        var known = spelt(manners, entry, tls);
        return known != null ? known : manners.learn(learnt(entry, encryption, tls));
    }

    /** Who it is, where a later line tells how the connection is protected. */
    PostfixSender sender(Entry entry) {
        var known = spelt(senders, entry, UNTOLD);
        if (known != null) return known;
        return senders.learn(new PostfixSender(learnt(entry, Encryption.UNKNOWN, UNTOLD), isForwarded(entry)));
    }

    private <T> @Nullable T spelt(Spellings<T> spellings, Entry entry, Tls tls) {
        if (port == 0) return spellings.known(entry, from, userEnd, tls.number());
        spellings.begin(tls.number());
        spellings.add(entry, from, close); // each connection has another port
        spellings.add(entry, method, userEnd);
        return spellings.known();
    }

    private Manner learnt(Entry entry, Encryption encryption, Tls tls) {
        int close = close(entry);
        int open = entry.near('[', from, close);
        return new Manner(new Manner.Facts(
                LoginProtocol.SMTP,
                entry.word(user + USERNAME.length, userEnd),
                entry.word(open + 1, close),
                Endpoint.UNKNOWN,
                isForwarded(entry)
                        ? new Protection(Encryption.UNKNOWN, "", "", "")
                        : new Protection(
                                encryption, tls.version(), tls.cipher(), entry.word(method + METHOD.length, user)),
                ""));
    }

    /** A trusted proxy's word: what the client did is not known. */
    private boolean isForwarded(Entry entry) {
        return user - method - METHOD.length == FORWARDED.length && entry.has(method + METHOD.length, FORWARDED);
    }
}
