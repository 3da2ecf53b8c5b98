package org.postlotse.evidence.dialect;

import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Trouble;

/**
 * {@code TLS error on connection from (helo) [ip]:port I=[ip]:port (gnutls_handshake): words}. What the client calls itself
 * stands before its address and may hold anything: the address is looked for from the right.
 */
final class EximFailure {
    private static final byte[] ERROR = Ascii.of("TLS error on connection from ");
    private static final byte[] GNUTLS = Ascii.of(" (gnutls_handshake): ");
    private static final byte[] OPENSSL = Ascii.of(" (SSL_accept): ");
    private static final byte[] INTERFACE = Ascii.of(" I=[");
    private static final byte[] OPEN = Ascii.of("[");

    private EximFailure() {}

    /** Whether the line is one of these; it is told if it tells anything. */
    static boolean read(Entry entry, Findings findings) {
        if (!entry.has(entry.from(), ERROR)) return false;
        int words = Math.max(
                entry.findLast(GNUTLS, entry.from(), entry.to()), entry.findLast(OPENSSL, entry.from(), entry.to()));
        if (words < 0) return true;
        int server = entry.findLast(INTERFACE, entry.from(), words);
        int client = entry.findLast(OPEN, entry.from(), server < 0 ? words : server);
        if (client < 0) return true;
        var from = entry.text(client + 1, entry.next(']', client, words));
        Trouble.ofTls(entry, words, entry.to())
                .ifPresent(trouble -> findings.failed(
                        new FailedAttempt(entry.time(), LoginProtocol.SMTP, from, trouble), entry.position(), ""));
        return true;
    }
}
