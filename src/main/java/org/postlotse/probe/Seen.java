package org.postlotse.probe;

import java.security.cert.X509Certificate;

/** Takes down what a certificate says. */
final class Seen {
    private Seen() {}

    static SeenCertificate in(X509Certificate certificate) {
        return new SeenCertificate(
                certificate.getSubjectX500Principal().getName(),
                HostNames.in(certificate).names(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
