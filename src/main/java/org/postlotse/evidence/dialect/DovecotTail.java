package org.postlotse.evidence.dialect;

import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.Protection;
import org.postlotse.evidence.SeenLogin;
import org.postlotse.evidence.Spellings;

/**
 * The elements of a Dovecot login line. Their order is fixed, each may be missing. The user name may hold anything but
 * {@code >, method=}, which is looked for from the right; the name that the client asked for in TLS may hold anything, too:
 * what stands before it is read from the left, once, and what stands behind it from the right.
 */
final class DovecotTail {
    private static final byte[] METHOD = Ascii.of(">, method=");
    private static final byte[] WITH = Ascii.of(" with cipher ");
    private static final byte[] SNI = Ascii.of("sni=<");
    private static final byte[] SESSION = Ascii.of(", session=<");
    private static final byte[] REAL = Ascii.of(", rrip=");
    private static final byte[] REAL_PORT = Ascii.of(", rrport=");
    private static final byte[] PROXIED = Ascii.of("(proxied)");
    private static final byte[] RIP = Ascii.of("rip=");
    private static final byte[] RPORT = Ascii.of("rport=");
    private static final byte[] MPID = Ascii.of("mpid=");
    private static final byte[] LIP = Ascii.of("lip=");
    private static final byte[] LPORT = Ascii.of("lport=");
    private static final byte[] TLS_KEY = Ascii.of("tls=<");
    private static final byte[] TLS_VERSION = Ascii.of("TLSv"); // mailcow's %k without a key
    private static final byte[] TLS = Ascii.of("TLS");
    private static final byte[] TSL = Ascii.of("TSL"); // a typing error of 2.4.0 to 2.4.4
    private static final byte[] SECURED = Ascii.of("secured");
    /** In base64 the port's two bytes, the seventh and eighth, are in the third group of four letters. */
    private static final int PORT_IN_SESSION = 8;

    private final Spellings<Manner> manners = new Spellings<>();
    private final RealLeg leg;
    private int user;
    private int userEnd;
    private int method;
    private int methodEnd;
    private int client;
    private int clientEnd;
    private int server;
    private int serverEnd;
    private int clientPort;
    private int serverPort;
    /** Whether nobody handed the connection on, as its port shows. */
    private boolean straight;

    private boolean tls;
    private boolean secured;
    private int cipher;
    private int cipherEnd;
    private int sni;
    private int session;
    private int sessionEnd;
    /** What is not spelt yet. */
    private int unspelt;

    DovecotTail(RealLeg leg) {
        this.leg = leg;
    }

    /** Reads the elements; false when this is no login line. */
    boolean read(Entry entry, int user) {
        this.user = user;
        userEnd = entry.findLast(METHOD, user, entry.to());
        if (userEnd < 0) return false;
        method = userEnd + METHOD.length;
        methodEnd = entry.near(',', method, entry.to());
        clientPort = serverPort = 0;
        tls = secured = false;
        client = server = cipher = sni = -1;
        manners.begin();
        unspelt = entry.from();
        elements(entry);
        session = entry.findLast(SESSION, Math.max(sni, methodEnd), entry.to());
        sessionEnd = session < 0 ? entry.to() : entry.near('>', session, entry.to());
        if (session >= 0) leaveOut(entry, session + SESSION.length, sessionEnd);
        straight = realPort(entry) == clientPort && clientPort > 0;
        leaveOut(entry, entry.to(), entry.to());
        manners.add(straight);
        return client >= 0 && clientEnd > client;
    }

    /** The port of whom the server really speaks with; 0 where the line does not tell. */
    private int realPort(Entry entry) {
        int real = entry.findLast(REAL_PORT, sessionEnd, entry.to());
        if (real < 0) return 0;
        int from = real + REAL_PORT.length;
        int to = entry.near(',', from, entry.to());
        leaveOut(entry, from, to);
        return Math.max(0, entry.number(from, to));
    }

    /** What is other each time is not spelt. */
    private void leaveOut(Entry entry, int from, int to) {
        manners.add(entry, unspelt, from);
        unspelt = to;
    }

    /** From left to right up to the name asked for in TLS, behind which nothing is to be believed. */
    private void elements(Entry entry) {
        int at = methodEnd + 2;
        while (at < entry.to() && sni < 0) {
            int end = entry.near(',', at, entry.to());
            element(entry, at, end);
            at = end + 2;
        }
    }

    private void element(Entry entry, int at, int end) {
        switch (entry.at(at)) {
            case 'r' -> {
                if (entry.has(at, RIP)) {
                    client = at + RIP.length;
                    clientEnd = end;
                } else if (entry.has(at, RPORT)) {
                    clientPort = Math.max(0, entry.number(at + RPORT.length, end));
                    leaveOut(entry, at + RPORT.length, end);
                }
            }
            case 'l' -> {
                if (entry.has(at, LIP)) {
                    server = at + LIP.length;
                    serverEnd = end;
                } else if (entry.has(at, LPORT)) serverPort = Math.max(0, entry.number(at + LPORT.length, end));
            }
            case 'm' -> {
                if (entry.has(at, MPID)) leaveOut(entry, at + MPID.length, end);
            }
            case 't' -> {
                if (entry.has(at, TLS_KEY)) cipher(at + TLS_KEY.length, entry.next('>', at, end));
            }
            case 'T' -> {
                if (entry.has(at, TLS_VERSION)) cipher(at, end);
                else tls |= entry.has(at, TLS) || entry.has(at, TSL);
            }
            case 's' -> {
                if (entry.has(at, SNI)) sni = at + SNI.length;
                else secured |= entry.has(at, SECURED);
            }
            default -> {}
        }
    }

    private void cipher(int from, int to) {
        cipher = from;
        cipherEnd = to;
    }

    /** The manner of one that was spelt so before is not read again. */
    SeenLogin login(Entry entry, LoginProtocol protocol) {
        var known = manners.known();
        var manner = known != null ? known : manners.learn(manner(entry, protocol));
        var joined = session < 0 ? "" : entry.text(session + SESSION.length, sessionEnd);
        return new SeenLogin(entry, manner, clientPort > 0 ? clientPort : portIn(joined), joined);
    }

    private Manner manner(Entry entry, LoginProtocol protocol) {
        return new Manner(new Manner.Facts(
                protocol,
                entry.word(user, userEnd),
                entry.word(client, clientEnd),
                new Endpoint(server < 0 ? "" : entry.word(server, serverEnd), serverPort),
                protection(entry),
                sni < 0 ? "" : entry.word(sni, entry.next('>', sni, session < 0 ? entry.to() : session))));
    }

    private Protection protection(Entry entry) {
        // Dovecot 2.4 has its own address there by mistake, so it is asked last
        var way = straight ? RealLeg.Way.STRAIGHT : leg.way(entry.word(client, clientEnd), real(entry));
        var encryption = encryption(entry, way);
        if (encryption == Encryption.UNKNOWN && way == RealLeg.Way.PROXIED)
            return new Protection(encryption, "", "", ""); // told of the proxy's own leg
        int with = cipher < 0 ? -1 : entry.find(WITH, cipher, cipherEnd);
        var mechanism = entry.word(method, methodEnd);
        if (with < 0) return new Protection(encryption, "", "", mechanism);
        int name = with + WITH.length;
        return new Protection(
                encryption, entry.word(cipher, with), entry.word(name, entry.next(' ', name, cipherEnd)), mechanism);
    }

    /** TLS is what the server says in its own words. {@code secured} is a trusted hop, of which it does not know. */
    private Encryption encryption(Entry entry, RealLeg.Way way) {
        if (tls) return way == RealLeg.Way.PROXIED && !saysProxied(entry) ? Encryption.UNKNOWN : Encryption.TLS;
        return secured ? Encryption.UNKNOWN : RealLeg.unspoken(way, serverPort);
    }

    private boolean saysProxied(Entry entry) {
        int before = session < 0 ? entry.to() : session;
        return entry.find(PROXIED, methodEnd, before) >= 0 || entry.find(PROXIED, sessionEnd, entry.to()) >= 0;
    }

    /** Whom the server really speaks with; empty where the line does not tell. */
    private String real(Entry entry) {
        int real = entry.findLast(REAL, sessionEnd, entry.to());
        if (real < 0) return "";
        int at = real + REAL.length;
        return entry.word(at, entry.next(',', at, entry.to()));
    }

    /** The session's identifier holds the client's port: six bytes of time, then the port, least byte first. */
    private static int portIn(String session) {
        if (session.length() < PORT_IN_SESSION + 4) return 0;
        int low = sixBits(session.charAt(PORT_IN_SESSION)) << 2 | sixBits(session.charAt(PORT_IN_SESSION + 1)) >> 4;
        int high = (sixBits(session.charAt(PORT_IN_SESSION + 1)) & 15) << 4
                | sixBits(session.charAt(PORT_IN_SESSION + 2)) >> 2;
        return low < 0 || high < 0 ? 0 : high << 8 | low;
    }

    private static int sixBits(char letter) {
        if (letter >= 'A' && letter <= 'Z') return letter - 'A';
        if (letter >= 'a' && letter <= 'z') return letter - 'a' + 26;
        if (letter >= '0' && letter <= '9') return letter - '0' + 52;
        return letter == '+' ? 62 : letter == '/' ? 63 : -1 << 12;
    }
}
