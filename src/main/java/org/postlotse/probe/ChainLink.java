package org.postlotse.probe;

import java.security.cert.X509Certificate;

/**
 * One certificate of a chain.
 *
 * @param certificate what it says of itself
 * @param key its key's kind and size: {@code RSA 2048}, {@code EC 256}
 * @param signature how its issuer signed it: {@code SHA256withRSA}
 */
public record ChainLink(SeenCertificate certificate, String key, String signature) {
    static ChainLink of(X509Certificate certificate) {
        return new ChainLink(Seen.in(certificate), KeyStrength.of(certificate), Folded.of(certificate.getSigAlgName()));
    }
}
