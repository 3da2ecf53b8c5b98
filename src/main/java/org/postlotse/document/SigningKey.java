package org.postlotse.document;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * With what profiles are signed.
 *
 * @param key RSA or EC
 * @param chain the certificate of the key, then its intermediates upwards; the root may be missing
 */
record SigningKey(PrivateKey key, List<X509Certificate> chain) {
    SigningKey {
        chain = List.copyOf(chain);
    }

    X509Certificate leaf() {
        return chain.getFirst();
    }

    String signatureAlgorithm() {
        return SigningChain.algorithm(key);
    }

    /** The subject only: a key does not print. */
    @Override
    public String toString() {
        return leaf().getSubjectX500Principal().getName();
    }
}
