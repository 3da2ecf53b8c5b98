package org.postlotse.evidence.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.DialectReader;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.Protection;
import org.postlotse.evidence.SeenLogin;

/** Joins Stalwart's TLS line with the log-in of the same connection. It tells no mechanism. */
final class StalwartReader implements DialectReader {
    private static final byte[] SUCCESS = Ascii.of("(auth.success) ");
    private static final byte[] HANDSHAKE = Ascii.of("(tls.handshake) ");
    /** Between connection and log-in there is less time than this. */
    private static final long PATIENCE_MICROS = 300_000_000L;

    private static final int MOST = 20_000;

    private final Findings findings;
    private final Map<Connection, Tls> handshakes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Connection, Tls> eldest) {
            return size() > MOST;
        }
    };
    private long began = Long.MAX_VALUE;
    private boolean tellsTls;

    private record Connection(Endpoint client, int serverPort) {}

    private record Tls(String version, String cipher, long micros, long position) {}

    StalwartReader(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void line(Entry entry) {
        began = Math.min(began, entry.micros());
        int kind = entry.next('(', entry.from(), entry.to()); // before it there are the server's own words
        if (entry.has(kind, SUCCESS)) login(entry, kind + SUCCESS.length);
        else if (entry.has(kind, HANDSHAKE)) handshake(entry, kind + HANDSHAKE.length);
    }

    private void handshake(Entry entry, int from) {
        var keys = StalwartKeys.read(entry, from);
        tellsTls = true;
        handshakes.values().removeIf(old -> old.micros() < entry.micros() - PATIENCE_MICROS);
        handshakes.put(
                connection(keys),
                new Tls(
                        keys.getOrDefault("version", "").replace('_', '.').replace("TLSv1.0", "TLSv1"),
                        keys.getOrDefault("details", ""),
                        entry.micros(),
                        entry.position()));
    }

    private void login(Entry entry, int from) {
        var keys = StalwartKeys.read(entry, from);
        var connection = connection(keys);
        var user = keys.getOrDefault("accountName", "");
        if (user.isEmpty() || connection.client().address().isEmpty()) {
            findings.puzzling(StalwartDialect.ID, entry);
            return;
        }
        var service = service(connection.serverPort(), keys.getOrDefault("listenerId", ""));
        if (service.isEmpty()) return; // JMAP and the web interface
        var manner = new Manner(new Manner.Facts(
                service.get(),
                user,
                connection.client().address(),
                new Endpoint("", connection.serverPort()),
                protection(Optional.ofNullable(handshakes.get(connection)), connection.serverPort(), entry),
                ""));
        findings.login(new SeenLogin(entry, manner, connection.client().port()));
    }

    /** Clear text is what a log that tells of TLS would have told otherwise, at a port where it may be. */
    private Protection protection(Optional<Tls> tls, int port, Entry entry) {
        if (tls.isPresent())
            return new Protection(Encryption.TLS, tls.get().version(), tls.get().cipher(), "");
        boolean heardAll = tellsTls && entry.micros() - began > PATIENCE_MICROS;
        boolean onlyTls = port == 993 || port == 995 || port == 465;
        return new Protection(heardAll && !onlyTls ? Encryption.NONE : Encryption.UNKNOWN, "", "", "");
    }

    private static Connection connection(Map<String, String> keys) {
        return new Connection(
                new Endpoint(keys.getOrDefault("remoteIp", ""), DovecotEvent.port(keys, "remotePort")),
                DovecotEvent.port(keys, "localPort"));
    }

    private static Optional<LoginProtocol> service(int port, String listener) {
        return switch (port) {
            case 143, 993 -> Optional.of(LoginProtocol.IMAP);
            case 110, 995 -> Optional.of(LoginProtocol.POP3);
            case 25, 465, 587 -> Optional.of(LoginProtocol.SMTP);
            case 4190 -> Optional.of(LoginProtocol.SIEVE);
            default -> named(listener);
        };
    }

    private static Optional<LoginProtocol> named(String listener) {
        if (listener.contains("imap")) return Optional.of(LoginProtocol.IMAP);
        if (listener.contains("pop3")) return Optional.of(LoginProtocol.POP3);
        if (listener.contains("sieve")) return Optional.of(LoginProtocol.SIEVE);
        return listener.contains("smtp") || listener.contains("submission")
                ? Optional.of(LoginProtocol.SMTP)
                : Optional.empty();
    }

    @Override
    public long since() {
        return handshakes.values().stream().mapToLong(Tls::position).min().orElse(Long.MAX_VALUE);
    }

    @Override
    public void end() {}
}
