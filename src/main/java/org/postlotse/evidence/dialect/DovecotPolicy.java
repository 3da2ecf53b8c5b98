package org.postlotse.evidence.dialect;

import java.util.Map;
import java.util.Optional;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.Protection;
import org.postlotse.evidence.SeenLogin;

/**
 * A log-in as Dovecot reports it to an auth policy server, or as weakforced hands such a report on. Its {@code tls} is false
 * for every log-in by Postfix, encrypted or not: {@code secured} tells.
 */
final class DovecotPolicy {
    private DovecotPolicy() {}

    /** What was tried, whatever came of it. */
    static Optional<SeenLogin> attempt(Entry entry, Map<String, String> fields, RealLeg leg) {
        var service = DovecotEvent.service(fields.getOrDefault("protocol", ""));
        var user = fields.getOrDefault("login", "");
        if (service.isEmpty() || user.isEmpty()) return Optional.empty();
        var manner = new Manner(new Manner.Facts(
                service.get(),
                user,
                fields.getOrDefault("remote", ""),
                new Endpoint(fields.getOrDefault("lip", ""), DovecotEvent.port(fields, "lport")),
                protection(fields, leg),
                fields.getOrDefault("local_name", "")));
        return Optional.of(new SeenLogin(
                entry, manner, DovecotEvent.port(fields, "rport"), fields.getOrDefault("session_id", "")));
    }

    static boolean succeeded(Map<String, String> fields) {
        return "true".equals(fields.get("success")) && !rejected(fields);
    }

    /** Whether its name or password was not taken. */
    static boolean refused(Map<String, String> fields) {
        return "false".equals(fields.get("success")) && !rejected(fields);
    }

    private static boolean rejected(Map<String, String> fields) {
        return "true".equals(fields.get("policy_reject"));
    }

    private static Protection protection(Map<String, String> fields, RealLeg leg) {
        var way = leg.way(fields.getOrDefault("remote", ""), fields.getOrDefault("real_rip", ""));
        return way == RealLeg.Way.PROXIED
                ? new Protection(Encryption.UNKNOWN, "", "", "")
                : new Protection(encryption(fields, way), "", "", fields.getOrDefault("mech", ""));
    }

    private static Encryption encryption(Map<String, String> fields, RealLeg.Way way) {
        return switch (fields.getOrDefault("secured", "?")) {
            case "TLS" -> Encryption.TLS;
            case "" ->
                way == RealLeg.Way.STRAIGHT
                        ? Encryption.NONE
                        : RealLeg.unspoken(way, DovecotEvent.port(fields, "lport"));
            case "secured" -> "smtp".equals(fields.get("protocol")) ? Encryption.TLS : Encryption.UNKNOWN;
            default -> "true".equals(fields.get("tls")) ? Encryption.TLS : Encryption.UNKNOWN;
        };
    }
}
