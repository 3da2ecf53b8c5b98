package org.postlotse.evidence.dialect;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.postlotse.evidence.Spellings;

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
        private final Spellings<Tls> versions = new Spellings<>();
        private final Spellings<Manner> manners = new Spellings<>();
        private final Tls unknown = new Tls("", "", 0);
        private int kinds;
        /** TLS of the connection that a process has now. */
        private final ByNumber<Handshake> handshakes = new ByNumber<>();

        private record Handshake(Tls tls, long position) {}

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
            int end = entry.next(' ', with + WITH.length, entry.to());
            versions.begin();
            versions.add(entry, version, end);
            var known = versions.known();
            var tls = known != null
                    ? known
                    : versions.learn(new Tls(entry.word(version, with), entry.word(with + WITH.length, end), ++kinds));
            handshakes.put(entry.process(), new Handshake(tls, entry.position()));
        }

        /** {@code login: host [ip] user mechanism+TLS User logged in SESSIONID=<…>}, read from the right. */
        private void login(Entry entry) {
            var handshake = handshakes.remove(entry.process());
            int in = entry.findLast(LOGGED_IN, entry.from(), entry.to());
            if (in < 0) {
                findings.puzzling(ID, entry);
                return;
            }
            var tls = handshake == null ? unknown : handshake.tls();
            var manner = manner(entry, in, tls);
            if (manner == null) findings.puzzling(ID, entry);
            else findings.login(new SeenLogin(entry, manner, 0, session(entry, in)));
        }

        private @Nullable Manner manner(Entry entry, int in, Tls tls) {
            manners.begin(tls.number());
            entry.spellProgram(manners);
            manners.add(entry, entry.from(), in);
            var known = manners.known();
            if (known != null) return known;
            var read = read(entry, in, tls);
            return read == null ? null : manners.learn(read);
        }

        private static @Nullable Manner read(Entry entry, int in, Tls tls) {
            int open = entry.next('[', entry.from(), in);
            int close = entry.next(']', open, in);
            int method = entry.findLast(SPACE, close, in);
            var service = service(entry.program());
            if (method <= close + 1 || service.isEmpty()) return null;
            var written = entry.word(method + 1, in);
            boolean encrypted = written.endsWith("+TLS");
            var mechanism = encrypted ? written.substring(0, written.length() - 4) : written;
            return new Manner(new Manner.Facts(
                    service.get(),
                    entry.word(close + 2, method),
                    entry.word(open + 1, close),
                    Endpoint.UNKNOWN,
                    new Protection(
                            encrypted ? Encryption.TLS : Encryption.NONE,
                            encrypted ? tls.version() : "",
                            encrypted ? tls.cipher() : "",
                            mechanism.equals("plaintext") ? "PLAIN" : mechanism),
                    ""));
        }

        private static String session(Entry entry, int from) {
            int session = entry.find(SESSION, from, entry.to());
            int id = session + SESSION.length;
            return session < 0 ? "" : entry.text(id, entry.next('>', id, entry.to()));
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
            return handshakes.values().mapToLong(Handshake::position).min().orElse(Long.MAX_VALUE);
        }

        @Override
        public void end() {}
    }
}
