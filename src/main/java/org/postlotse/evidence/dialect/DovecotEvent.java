package org.postlotse.evidence.dialect;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.Protection;
import org.postlotse.evidence.SeenLogin;

/**
 * A log-in as Dovecot's events tell it (2.3.7 and later). {@code auth_client_request_finished} comes from its own log-in
 * processes and knows everything. Of Postfix and Exim, which only ask it for the password, there is just
 * {@code auth_request_finished}: the one place where a log-in without a mail has a name.
 */
final class DovecotEvent {
    private DovecotEvent() {}

    static Optional<SeenLogin> login(Entry entry, Map<String, String> fields) {
        var service = service(fields.getOrDefault("service", ""));
        var user = fields.getOrDefault("user", "");
        if (service.isEmpty() || user.isEmpty() || !succeeded(fields)) return Optional.empty();
        var manner = new Manner(new Manner.Facts(
                service.get(),
                user,
                fields.getOrDefault("remote_ip", ""),
                new Endpoint(fields.getOrDefault("local_ip", ""), port(fields, "local_port")),
                protection(fields),
                fields.getOrDefault("local_name", "")));
        return Optional.of(new SeenLogin(
                micros(entry, fields),
                entry.position(),
                manner,
                port(fields, "remote_port"),
                fields.getOrDefault("session", "")));
    }

    private static boolean succeeded(Map<String, String> fields) {
        return switch (fields.getOrDefault("event", "")) {
            case "auth_client_request_finished" -> !fields.containsKey("error");
            case "auth_request_finished" -> "yes".equals(fields.get("success")) && "smtp".equals(fields.get("service"));
            default -> false;
        };
    }

    /** Through a trusted hop, which tells whom it speaks for, the connection told of is the hop's own. */
    private static Protection protection(Map<String, String> fields) {
        var from = fields.getOrDefault("remote_ip", "");
        if (!fields.getOrDefault("real_remote_ip", from).equals(from))
            return new Protection(Encryption.UNKNOWN, "", "", "");
        return new Protection(
                encryption(fields),
                fields.getOrDefault("tls_protocol", ""),
                fields.getOrDefault("tls_cipher", ""),
                fields.getOrDefault("mechanism", ""));
    }

    private static Encryption encryption(Map<String, String> fields) {
        return switch (fields.getOrDefault("transport", "")) {
            case "TLS" -> Encryption.TLS;
            case "insecure" -> Encryption.NONE;
            // Postfix says so of TLS and of nothing else (2.3 writes trusted, 2.4 secured)
            case "trusted", "secured" -> "smtp".equals(fields.get("service")) ? Encryption.TLS : Encryption.UNKNOWN;
            default -> Encryption.UNKNOWN;
        };
    }

    static Optional<LoginProtocol> service(String name) {
        return switch (name) {
            case "imap" -> Optional.of(LoginProtocol.IMAP);
            case "pop3" -> Optional.of(LoginProtocol.POP3);
            case "submission", "smtp" -> Optional.of(LoginProtocol.SMTP);
            case "sieve", "managesieve" -> Optional.of(LoginProtocol.SIEVE);
            default -> Optional.empty();
        };
    }

    static int port(Map<String, String> fields, String name) {
        var text = fields.getOrDefault(name, "");
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    /** The event knows its own time to the microsecond and in UTC. */
    private static long micros(Entry entry, Map<String, String> fields) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(fields.getOrDefault("end_time", "")));
        } catch (DateTimeParseException none) {
            return entry.micros();
        }
    }
}
