package org.postlotse.evidence.dialect;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.DialectReader;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LogDialect;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.Protection;
import org.postlotse.evidence.SeenLogin;

/**
 * Courier-IMAP: the mechanism is never told, and whether STARTTLS was used only when the connection ends, which may be hours
 * later. Until then a log-in at a plain port waits.
 */
@Singleton
final class CourierDialect implements LogDialect {
    static final String ID = "courier";
    private static final byte[] IMAPD = Ascii.of("imapd");
    private static final byte[] POP3D = Ascii.of("pop3d");
    private static final byte[] COURIER = Ascii.of("courier");
    private static final byte[] SSL = Ascii.of("-ssl");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean wrote(Entry entry) {
        return entry.origin() == Entry.Origin.SYSLOG
                && (entry.programStartsWith(IMAPD)
                        || entry.programStartsWith(POP3D)
                        || entry.programStartsWith(COURIER));
    }

    @Override
    public DialectReader read(Findings findings) {
        return new Reader(findings);
    }

    private static final class Reader implements DialectReader {
        private static final byte[] LOGIN = Ascii.of("LOGIN, user=");
        private static final byte[][] ENDS = {
            Ascii.of("LOGOUT, "), Ascii.of("DISCONNECTED, "), Ascii.of("TIMEOUT, "), Ascii.of("Disconnected, ")
        };
        private static final byte[] IP = Ascii.of(", ip=[");
        private static final byte[] PORT = Ascii.of(", port=[");
        private static final byte[][] TLS = {Ascii.of(", starttls=1"), Ascii.of(", stls=1")};

        private final Findings findings;
        private final Map<Endpoint, SeenLogin> waiting = new HashMap<>();

        Reader(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void line(Entry entry) {
            if (entry.has(entry.from(), LOGIN)) login(entry);
            else if (ends(entry)) logout(entry);
        }

        private static boolean ends(Entry entry) {
            for (var end : ENDS) if (entry.has(entry.from(), end)) return true;
            return false;
        }

        /** User names may hold what looks like an address: it is read from the right. */
        private void login(Entry entry) {
            int ip = entry.findLast(IP, entry.from(), entry.to());
            if (ip < 0) {
                findings.puzzling(ID, entry);
                return;
            }
            var client = client(entry, ip);
            var manner = new Manner(new Manner.Facts(
                    entry.program().contains("pop3") ? LoginProtocol.POP3 : LoginProtocol.IMAP,
                    entry.text(entry.from() + LOGIN.length, ip),
                    client.address(),
                    Endpoint.UNKNOWN,
                    new Protection(Encryption.TLS, "", "", ""),
                    ""));
            var login = new SeenLogin(entry, manner, client.port());
            if (entry.programEndsWith(SSL)) findings.login(login);
            else waiting.put(client, login);
        }

        private static Endpoint client(Entry entry, int ip) {
            int address = ip + IP.length;
            int close = entry.next(']', address, entry.to());
            int port = entry.findLast(PORT, ip, entry.to());
            int number = port < 0 ? 0 : port + PORT.length;
            return new Endpoint(
                    entry.text(address, close),
                    port < 0 ? 0 : entry.number(number, entry.next(']', number, entry.to())));
        }

        private void logout(Entry entry) {
            int ip = entry.findLast(IP, entry.from(), entry.to());
            var login = ip < 0 ? null : waiting.remove(client(entry, ip));
            if (login == null) return;
            boolean encrypted = false;
            for (var mark : TLS) encrypted |= entry.find(mark, ip, entry.to()) >= 0;
            tell(login, encrypted ? Encryption.TLS : Encryption.NONE);
        }

        private void tell(SeenLogin login, Encryption encryption) {
            findings.login(login.in(login.manner().with(new Protection(encryption, "", "", ""))));
        }

        @Override
        public long since() {
            return waiting.values().stream()
                    .mapToLong(SeenLogin::position)
                    .min()
                    .orElse(Long.MAX_VALUE);
        }

        @Override
        public void waiting(LongConsumer positions) {
            waiting.values().forEach(login -> positions.accept(login.position()));
        }

        @Override
        public void end() {
            waiting.values().forEach(login -> tell(login, Encryption.UNKNOWN));
            waiting.clear();
        }
    }
}
