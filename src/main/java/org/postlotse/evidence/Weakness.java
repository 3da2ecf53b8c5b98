package org.postlotse.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a log-in will not be accepted any more. */
public sealed interface Weakness {
    /** The connection was readable for everybody on the way. */
    record NoEncryption() implements Weakness {}

    /** TLS 1.0, 1.1 or SSL (RFC 8996). */
    record ObsoleteTls(String version) implements Weakness {}

    /** Another method than the plain password within TLS. */
    record OldMethod(String mechanism) implements Weakness {}

    /** Stable, for texts and columns. */
    default String key() {
        return switch (this) {
            case NoEncryption none -> "no-encryption";
            case ObsoleteTls old -> "obsolete-tls";
            case OldMethod old -> "old-method";
        };
    }

    /** Methods that stay: the password within TLS, and tokens, which are nobody's old setting. */
    Set<String> STAYING = Set.of("PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER");

    /** The gravest one; empty for a log-in that may stay or of which the log can not know. */
    static Optional<Weakness> of(Protection protection) {
        if (protection.encryption() == Encryption.NONE) return Optional.of(new NoEncryption());
        if (obsolete(protection.version())) return Optional.of(new ObsoleteTls(protection.version()));
        var mechanism = protection.mechanism().toUpperCase(Locale.ROOT);
        return mechanism.isEmpty() || STAYING.contains(mechanism)
                ? Optional.empty()
                : Optional.of(new OldMethod(mechanism));
    }

    private static boolean obsolete(String version) {
        return switch (version) {
            case "SSLv2", "SSLv3", "TLSv1", "TLSv1.1" -> true;
            default -> false;
        };
    }
}
