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

    /** A server name that will go. */
    record OldHost(String name) implements Weakness {}

    /** Stable, for texts and columns. */
    default String key() {
        return switch (this) {
            case NoEncryption none -> "no-encryption";
            case ObsoleteTls old -> "obsolete-tls";
            case OldMethod old -> "old-method";
            case OldHost old -> "old-host";
        };
    }

    /** Methods that stay: the password within TLS, and tokens, which are nobody's old setting. */
    Set<String> STAYING = Set.of("PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER");

    /** The gravest one; empty for a log-in that may stay or of which the log can not know. */
    static Optional<Weakness> of(Protection protection) {
        return of(protection.encryption(), obsolete(protection.version()), protection.mechanism(), "");
    }

    /**
     * The gravest one of what was seen.
     *
     * @param obsoleteTls an obsolete version, or empty
     * @param oldName a host name that will go, or empty
     */
    static Optional<Weakness> of(Encryption encryption, String obsoleteTls, String mechanism, String oldName) {
        if (encryption == Encryption.NONE) return Optional.of(new NoEncryption());
        if (!obsoleteTls.isEmpty()) return Optional.of(new ObsoleteTls(obsoleteTls));
        var method = mechanism.toUpperCase(Locale.ROOT);
        if (!method.isEmpty() && !STAYING.contains(method)) return Optional.of(new OldMethod(method));
        return oldName.isEmpty() ? Optional.empty() : Optional.of(new OldHost(oldName));
    }

    /** The version if it is an obsolete one, else empty. */
    static String obsolete(String version) {
        return switch (version) {
            case "SSLv2", "SSLv3", "TLSv1", "TLSv1.0", "TLSv1.1" -> version;
            default -> "";
        };
    }
}
