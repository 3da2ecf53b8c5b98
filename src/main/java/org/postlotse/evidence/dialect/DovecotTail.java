package org.postlotse.evidence.dialect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Protection;
import org.postlotse.evidence.SeenLogin;

/**
 * The elements of a Dovecot login line. Their order is fixed, each may be missing. The user name may hold anything but
 * {@code >, method=}, which is looked for from the right; the name that the client asked for in TLS may hold anything, too,
 * so that what stands before it is read from the left and what stands behind it from the right.
 */
final class DovecotTail {
    private static final byte[] METHOD = Ascii.of(">, method=");
    private static final byte[] RIP = Ascii.of(", rip=");
    private static final byte[] RPORT = Ascii.of(", rport=");
    private static final byte[] LIP = Ascii.of(", lip=");
    private static final byte[] LPORT = Ascii.of(", lport=");
    private static final byte[] TLS = Ascii.of(", TLS");
    private static final byte[] TSL = Ascii.of(", TSL"); // a typing error of 2.4.0 to 2.4.4
    private static final byte[] SECURED = Ascii.of(", secured");
    private static final byte[] CIPHER = Ascii.of(", tls=<");
    private static final byte[] BARE_CIPHER = Ascii.of(", TLSv"); // mailcow's %k without a key
    private static final byte[] WITH = Ascii.of(" with cipher ");
    private static final byte[] SNI = Ascii.of(", sni=<");
    private static final byte[] SESSION = Ascii.of(", session=<");
    private static final byte[] REAL = Ascii.of(", rrip=");
    private static final byte[] PROXIED = Ascii.of("(proxied)");
    private static final int SHORTEST_SESSION = 12;

    private int user;
    private int userEnd;
    private int method;
    private int middleEnd;
    private int sessionAt;

    /** Finds the parts; false when this is no login line. */
    boolean read(Entry entry, int user) {
        this.user = user;
        int end = entry.to();
        userEnd = entry.findLast(METHOD, user, end);
        if (userEnd < 0) return false;
        method = userEnd + METHOD.length;
        int sni = entry.find(SNI, method, end);
        sessionAt = entry.findLast(SESSION, Math.max(sni, method), end);
        middleEnd = sni >= 0 ? sni : sessionAt >= 0 ? sessionAt : end;
        return value(entry, RIP, middleEnd) >= 0;
    }

    SeenLogin login(Entry entry, LoginProtocol service) {
        var session = bracketed(entry, sessionAt, SESSION);
        var client = text(entry, RIP);
        var server = text(entry, LIP);
        int serverPort = number(entry, LPORT);
        return new SeenLogin(
                Instant.EPOCH.plus(entry.micros(), ChronoUnit.MICROS),
                entry.position(),
                service,
                entry.text(user, userEnd),
                new Endpoint(client, clientPort(entry, session)),
                new Endpoint(server, serverPort),
                protection(entry, client, serverPort),
                bracketed(entry, entry.find(SNI, method, entry.to()), SNI),
                session);
    }

    private Protection protection(Entry entry, String client, int serverPort) {
        int from = entry.next(',', method, entry.to());
        var mechanism = entry.text(method, from);
        int keyed = entry.find(CIPHER, from, middleEnd);
        int tls = keyed >= 0 ? keyed + CIPHER.length : bare(entry, from);
        int tlsEnd = tls < 0 ? -1 : Math.min(entry.next('>', tls, middleEnd), entry.next(',', tls, middleEnd));
        int with = tls < 0 ? -1 : entry.find(WITH, tls, tlsEnd);
        var encryption = encryption(entry, from, client, serverPort);
        if (encryption == Encryption.UNKNOWN && throughProxy(entry, client))
            return new Protection(encryption, "", "", ""); // told of the proxy's own leg
        boolean told = with >= 0;
        return new Protection(
                encryption,
                told ? entry.text(tls, with) : "",
                told ? entry.text(with + WITH.length, entry.next(' ', with + WITH.length, tlsEnd)) : "",
                mechanism);
    }

    private int bare(Entry entry, int from) {
        int found = entry.find(BARE_CIPHER, from, middleEnd);
        return found < 0 ? -1 : found + 2;
    }

    /**
     * TLS is what the server says in its own words. {@code secured} is a trusted hop, of which it does not know; another real
     * address means a proxy in between, whose own leg this line tells of; and no TLS at a port that speaks nothing else means
     * that somebody in front ends it.
     */
    private Encryption encryption(Entry entry, int from, String client, int serverPort) {
        boolean proxied = throughProxy(entry, client);
        if (entry.find(TLS, from, middleEnd) >= 0 || entry.find(TSL, from, middleEnd) >= 0)
            return proxied && entry.find(PROXIED, from, middleEnd) < 0 ? Encryption.UNKNOWN : Encryption.TLS;
        if (proxied || entry.find(SECURED, from, middleEnd) >= 0) return Encryption.UNKNOWN;
        return serverPort == 993 || serverPort == 995 || serverPort == 465 ? Encryption.UNKNOWN : Encryption.NONE;
    }

    private boolean throughProxy(Entry entry, String client) {
        int real = entry.findLast(REAL, middleEnd, entry.to());
        if (real < 0) return false;
        int at = real + REAL.length;
        return !entry.text(at, entry.next(',', at, entry.to())).equals(client);
    }

    /** The session's identifier holds the client's port: six bytes of time, then the port, least byte first. */
    private int clientPort(Entry entry, String session) {
        int told = number(entry, RPORT);
        if (told >= 0) return told;
        if (session.length() < SHORTEST_SESSION) return 0;
        try {
            var bytes = Base64.getDecoder().decode(session);
            return bytes.length >= 12 ? (bytes[6] & 0xff) | (bytes[7] & 0xff) << 8 : 0;
        } catch (IllegalArgumentException notBase64) {
            return 0;
        }
    }

    private int number(Entry entry, byte[] key) {
        int at = value(entry, key, middleEnd);
        return at < 0 ? -1 : entry.number(at, entry.next(',', at, entry.to()));
    }

    private String text(Entry entry, byte[] key) {
        int at = value(entry, key, middleEnd);
        return at < 0 ? "" : entry.text(at, entry.next(',', at, entry.to()));
    }

    private int value(Entry entry, byte[] key, int end) {
        int found = entry.find(key, method, end);
        return found < 0 ? -1 : found + key.length;
    }

    private static String bracketed(Entry entry, int found, byte[] key) {
        if (found < 0) return "";
        int at = found + key.length;
        return entry.text(at, entry.next('>', at, entry.to()));
    }
}
