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

    static Optional<SeenLogin> login(Entry entry, Map<String, String> fields) {
        var service = DovecotEvent.service(fields.getOrDefault("protocol", ""));
        var user = fields.getOrDefault("login", "");
        boolean succeeded = "true".equals(fields.get("success")) && !"true".equals(fields.get("policy_reject"));
        if (service.isEmpty() || user.isEmpty() || !succeeded) return Optional.empty();
        var manner = new Manner(new Manner.Facts(
                service.get(),
                user,
                fields.getOrDefault("remote", ""),
                new Endpoint(fields.getOrDefault("lip", ""), DovecotEvent.port(fields, "lport")),
                protection(fields),
                fields.getOrDefault("local_name", "")));
        return Optional.of(new SeenLogin(
                entry, manner, DovecotEvent.port(fields, "rport"), fields.getOrDefault("session_id", "")));
    }

    private static Protection protection(Map<String, String> fields) {
        var from = fields.getOrDefault("remote", "");
        var real = fields.getOrDefault("real_rip", "");
        boolean hop = !real.isEmpty() && !real.equals(from);
        return hop
                ? new Protection(Encryption.UNKNOWN, "", "", "")
                : new Protection(encryption(fields), "", "", fields.getOrDefault("mech", ""));
    }

    private static Encryption encryption(Map<String, String> fields) {
        return switch (fields.getOrDefault("secured", "?")) {
            case "TLS" -> Encryption.TLS;
            case "" -> Encryption.NONE;
            case "secured" -> "smtp".equals(fields.get("protocol")) ? Encryption.TLS : Encryption.UNKNOWN;
            default -> "true".equals(fields.get("tls")) ? Encryption.TLS : Encryption.UNKNOWN;
        };
    }
}
