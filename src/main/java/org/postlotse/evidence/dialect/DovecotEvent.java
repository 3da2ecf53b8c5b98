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
 * A log-in, or one that was refused, as Dovecot's events tell it (2.3.7 and later). {@code auth_client_request_finished} comes from its own log-in
 * processes and knows everything. Of Postfix and Exim, which only ask it for the password, there is just
 * {@code auth_request_finished}: the one place where a log-in without a mail has a name.
 */
final class DovecotEvent {
    private static final String CLIENT_FINISHED = "auth_client_request_finished";
    private static final String FINISHED = "auth_request_finished";
    private static final String SMTP = "smtp";

    private DovecotEvent() {}

    /** What was tried, whatever came of it. */
    static Optional<SeenLogin> attempt(Entry entry, Map<String, String> fields, RealLeg leg) {
        var service = service(protocol(fields));
        var user = fields.getOrDefault("user", "");
        if (service.isEmpty() || user.isEmpty()) return Optional.empty();
        var manner = new Manner(new Manner.Facts(
                service.get(),
                user,
                fields.getOrDefault("remote_ip", ""),
                new Endpoint(fields.getOrDefault("local_ip", ""), port(fields, "local_port")),
                protection(fields, leg),
                fields.getOrDefault("local_name", "")));
        return Optional.of(new SeenLogin(
                micros(entry, fields),
                entry.position(),
                manner,
                port(fields, "remote_port"),
                fields.getOrDefault("session", "")));
    }

    static boolean succeeded(Map<String, String> fields) {
        return switch (fields.getOrDefault("event", "")) {
            case CLIENT_FINISHED -> !fields.containsKey("error");
            case FINISHED -> "yes".equals(fields.get("success")) && SMTP.equals(protocol(fields));
            default -> false;
        };
    }

    /** Whether its name or password was not taken; of Postfix' there is nothing but that they were taken, or that they were not. */
    static boolean refused(Map<String, String> fields) {
        return switch (fields.getOrDefault("event", "")) {
            case CLIENT_FINISHED -> "Authentication failed".equals(fields.get("error"));
            case FINISHED -> !fields.containsKey("success") && SMTP.equals(protocol(fields));
            default -> false;
        };
    }

    private static Protection protection(Map<String, String> fields, RealLeg leg) {
        var way = leg.way(fields.getOrDefault("remote_ip", ""), fields.getOrDefault("real_remote_ip", ""));
        if (way == RealLeg.Way.PROXIED) return new Protection(Encryption.UNKNOWN, "", "", "");
        return new Protection(
                encryption(fields, way),
                fields.getOrDefault("tls_protocol", ""),
                fields.getOrDefault("tls_cipher", ""),
                fields.getOrDefault("mechanism", ""));
    }

    private static Encryption encryption(Map<String, String> fields, RealLeg.Way way) {
        return switch (fields.getOrDefault("transport", "")) {
            case "TLS" -> Encryption.TLS;
            case "insecure" ->
                way == RealLeg.Way.STRAIGHT ? Encryption.NONE : RealLeg.unspoken(way, port(fields, "local_port"));
            // Postfix says so of TLS and of nothing else (2.3 writes trusted, 2.4 secured)
            case "trusted", "secured" -> SMTP.equals(protocol(fields)) ? Encryption.TLS : Encryption.UNKNOWN;
            default -> Encryption.UNKNOWN;
        };
    }

    /** What 2.3 calls the service. */
    private static String protocol(Map<String, String> fields) {
        return fields.getOrDefault("protocol", fields.getOrDefault("service", ""));
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
