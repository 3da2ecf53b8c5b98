package org.postlotse.probe;

import java.time.Instant;
import java.util.List;

/**
 * What a server's certificate says of itself; nothing of it is proven. All text is folded.
 *
 * @param subject distinguished name (RFC 4514)
 * @param names the DNS names in its subjectAltName, the first 20 of them
 * @param issuer distinguished name of who signed it
 * @param from first moment of validity
 * @param to last moment of validity
 */
public record SeenCertificate(String subject, List<String> names, String issuer, Instant from, Instant to) {
    private static final int MOST_NAMES = 20;

    public SeenCertificate {
        subject = Folded.of(subject);
        names = names.stream().limit(MOST_NAMES).map(Folded::of).toList();
        issuer = Folded.of(issuer);
    }
}
