package org.postlotse.document;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * The authorities that this Java trusts, which are about those that devices trust. Whether a chain leads up to one of them
 * tells whether an intermediate is missing.
 */
final class KnownAuthorities {
    private KnownAuthorities() {}

    /** Whether the chain, leaf first, is complete as it stands: nothing is fetched to make it so. */
    static boolean complete(List<X509Certificate> chain, Instant now) {
        var last = chain.getLast();
        if (last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) return true; // brings its own root
        try {
            var store = KeyStore.getInstance(
                    Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                            .toFile(),
                    (char[]) null);
            var trusted = new PKIXParameters(store);
            trusted.setRevocationEnabled(false);
            trusted.setDate(Date.from(now));
            var path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
            CertPathValidator.getInstance("PKIX").validate(path, trusted);
            return true;
        } catch (GeneralSecurityException | IOException notUpToOne) {
            return false;
        }
    }
}
