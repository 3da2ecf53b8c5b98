package org.postlotse.evidence.dialect;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.DialectReader;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LogDialect;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Protection;
import org.postlotse.evidence.SeenLogin;

/** Cyrus IMAP 3.x: the log-in's line tells all but the TLS version, which a line of the same process tells before it. */
@Singleton
final class CyrusDialect implements LogDialect {
    static final String ID = "cyrus";
    private static final byte[] CYRUS = Ascii.of("cyrus/");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean wrote(Entry entry) {
        return entry.origin() == Entry.Origin.SYSLOG && entry.programStartsWith(CYRUS);
    }

    @Override
    public DialectReader read(Findings findings) {
        return new Reader(findings);
    }

    private static final class Reader implements DialectReader {
        private static final byte[] LOGIN = Ascii.of("login: ");
        private static final byte[] STARTTLS = Ascii.of("starttls: ");
        private static final byte[] WITH = Ascii.of(" with cipher ");
        private static final byte[] LOGGED_IN = Ascii.of(" User logged in");
        private static final byte[] SESSION = Ascii.of(" SESSIONID=<");
        private static final byte[] CLIENT_ID = Ascii.of("client id sessionid=<");
        private static final byte[] SPACE = Ascii.of(" ");

        private final Findings findings;
        /** TLS of the connection that a process has now. */
        private final Map<Long, Tls> tls = new HashMap<>();

        private record Tls(String version, String cipher, long position) {
            private static final Tls UNKNOWN = new Tls("", "", 0);
        }

        Reader(Findings findings) {
            this.findings = findings;
        }

        @Override
        public void line(Entry entry) {
            if (entry.has(entry.from(), STARTTLS)) starttls(entry);
            else if (entry.has(entry.from(), LOGIN)) login(entry);
            else if (entry.has(entry.from(), CLIENT_ID)) client(entry);
        }

        private void starttls(Entry entry) {
            int version = entry.from() + STARTTLS.length;
            int with = entry.find(WITH, version, entry.to());
            if (with < 0) return;
            int cipher = with + WITH.length;
            tls.put(
                    entry.process(),
                    new Tls(
                            entry.text(version, with),
                            entry.text(cipher, entry.next(' ', cipher, entry.to())),
                            entry.position()));
        }

        /** {@code login: host [ip] user mechanism+TLS User logged in SESSIONID=<…>}, read from the right. */
        private void login(Entry entry) {
            var known = Optional.ofNullable(tls.remove(entry.process())).orElse(Tls.UNKNOWN);
            int in = entry.findLast(LOGGED_IN, entry.from(), entry.to());
            int open = entry.next('[', entry.from(), entry.to());
            int close = entry.next(']', open, entry.to());
            int method = in < 0 ? -1 : entry.findLast(SPACE, close, in);
            var service = service(entry.program());
            if (method <= close + 1 || service.isEmpty()) {
                findings.puzzling(ID, entry);
                return;
            }
            var written = entry.text(method + 1, in);
            boolean encrypted = written.endsWith("+TLS");
            var mechanism = encrypted ? written.substring(0, written.length() - 4) : written;
            int session = entry.find(SESSION, in, entry.to());
            findings.login(new SeenLogin(
                    entry.time(),
                    entry.position(),
                    service.get(),
                    entry.text(close + 2, method),
                    new Endpoint(entry.text(open + 1, close), 0),
                    Endpoint.UNKNOWN,
                    new Protection(
                            encrypted ? Encryption.TLS : Encryption.NONE,
                            encrypted ? known.version() : "",
                            encrypted ? known.cipher() : "",
                            mechanism.equals("plaintext") ? "PLAIN" : mechanism),
                    "",
                    session < 0
                            ? ""
                            : entry.text(
                                    session + SESSION.length, entry.next('>', session + SESSION.length, entry.to()))));
        }

        private static Optional<LoginProtocol> service(String program) {
            return switch (program.substring(CYRUS.length)) {
                case "imap", "imaps" -> Optional.of(LoginProtocol.IMAP);
                case "pop3", "pop3s" -> Optional.of(LoginProtocol.POP3);
                case "sieve", "managesieve", "timsieved" -> Optional.of(LoginProtocol.SIEVE);
                default -> Optional.empty();
            };
        }

        private void client(Entry entry) {
            int session = entry.from() + CLIENT_ID.length;
            int end = entry.next('>', session, entry.to());
            if (end + 3 < entry.to()) findings.client(entry.text(session, end), entry.text(end + 3, entry.to()));
        }

        @Override
        public long since() {
            return tls.values().stream().mapToLong(Tls::position).min().orElse(Long.MAX_VALUE);
        }

        @Override
        public void end() {}
    }
}
