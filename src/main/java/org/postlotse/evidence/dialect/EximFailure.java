package org.postlotse.evidence.dialect;

import java.util.Optional;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Trouble;

/**
 * Who was not let in by Exim: {@code TLS error on connection from (helo) [ip]:port I=[ip]:port (gnutls_handshake): words},
 * {@code name authenticator failed for (helo) [ip]:port I=[ip]:port: 535 words (set_id=anything)}. What the client calls
 * itself stands before its address and may hold brackets, but no blanks: the address is looked for from the right.
 */
final class EximFailure {
    private static final byte[] ERROR = Ascii.of("TLS error on connection from ");
    private static final byte[] GNUTLS = Ascii.of(" (gnutls_handshake): ");
    private static final byte[] OPENSSL = Ascii.of(" (SSL_accept): ");
    private static final byte[] REFUSED = Ascii.of(" authenticator failed for ");
    private static final byte[] WRONG = Ascii.of(": 535 ");
    private static final byte[] INTERFACE = Ascii.of(" I=[");
    private static final byte[] OPEN = Ascii.of("[");
    private static final byte[] DURATION = Ascii.of(" D=");
    private static final byte[] TLS = Ascii.of(" X=");
    private static final byte[] COMMANDS = Ascii.of(" C=");
    private static final byte[] AUTH = Ascii.of(",AUTH");
    /** So many connections may be open in which a log-in came to nothing; a power of two. */
    private static final int REMEMBERED = 256;

    private final Findings findings;
    private final long[] tried = new long[REMEMBERED];
    private int next;

    EximFailure(Findings findings) {
        this.findings = findings;
    }

    /** @param word behind the line's first word */
    void read(Entry entry, int word) {
        if (entry.has(word, REFUSED)) refused(entry, word + REFUSED.length);
        else if (entry.has(entry.from(), ERROR)) handshake(entry);
    }

    private void handshake(Entry entry) {
        int words = Math.max(
                entry.findLast(GNUTLS, entry.from(), entry.to()), entry.findLast(OPENSSL, entry.from(), entry.to()));
        if (words >= 0)
            Trouble.ofTls(entry, words, entry.to()).ifPresent(trouble -> tell(entry, entry.from(), words, trouble));
    }

    private void refused(Entry entry, int from) {
        int answer = answer(entry, from);
        client(entry, from, answer).ifPresent(client -> tried[next++ & REMEMBERED - 1] = client.number());
        if (entry.has(answer, WRONG)) tell(entry, from, answer, Trouble.PASSWORD_REFUSED);
    }

    /** The server's answer: the first blank behind a colon, as neither name nor addresses have one. */
    private static int answer(Entry entry, int from) {
        int colon = entry.find(new byte[] {':', ' '}, from, entry.to());
        return colon < 0 ? entry.to() : colon;
    }

    /**
     * A connection without a mail that tried to log in without TLS. Where not even an authenticator was asked, that is not
     * possible there any more; only a log with ports tells one connection from another.
     */
    void withoutMail(Entry entry) {
        int commands = entry.findLast(COMMANDS, entry.from(), entry.to());
        int duration = entry.findLast(DURATION, entry.from(), Math.max(commands, entry.from()));
        if (duration < 0 || entry.find(TLS, duration, commands) >= 0 || entry.find(AUTH, commands, entry.to()) < 0)
            return;
        client(entry, entry.from(), duration)
                .filter(client -> client.hasPort() && !hasTried(client.number()))
                .ifPresent(client -> tell(entry, client.address(), Trouble.NOT_ENCRYPTED));
    }

    private boolean hasTried(long client) {
        for (var known : tried) if (known == client) return true;
        return false;
    }

    /** @param number the same for the same address and port */
    private record Client(String address, boolean hasPort, long number) {}

    /** {@code … [ip]:port I=[ip]:port}; ports and the second address are not always logged. */
    private static Optional<Client> client(Entry entry, int from, int to) {
        int server = entry.findLast(INTERFACE, from, to);
        int end = server < 0 ? to : server;
        int open = entry.findLast(OPEN, from, end);
        if (open < 0) return Optional.empty();
        int close = entry.next(']', open, end);
        return Optional.of(new Client(entry.text(open + 1, close), close + 1 < end, entry.hash(open, end)));
    }

    private void tell(Entry entry, int from, int to, Trouble trouble) {
        client(entry, from, to).ifPresent(client -> tell(entry, client.address(), trouble));
    }

    private void tell(Entry entry, String address, Trouble trouble) {
        findings.failed(new FailedAttempt(entry.time(), LoginProtocol.SMTP, address, trouble), entry.position(), "");
    }
}
