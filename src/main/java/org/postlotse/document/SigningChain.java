package org.postlotse.document;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The certificates of a key, picked from whatever lies in a file: in any order, some twice, some for nothing.
 *
 * @param certificates the key's own, then each one's issuer, as far up as there are any
 * @param strangers those that are not among them and have issued none of all; nobody knows why they are there
 */
record SigningChain(List<X509Certificate> certificates, List<X509Certificate> strangers) {
    SigningChain {
        certificates = List.copyOf(certificates);
        strangers = List.copyOf(strangers);
    }

    /** @param pile at least one; where none is the key's, the first passes for it */
    static SigningChain of(PrivateKey key, List<X509Certificate> pile) {
        var all = pile.stream().distinct().toList();
        var chain = new ArrayList<X509Certificate>();
        var next = all.stream().filter(each -> belongs(key, each)).findFirst().or(() -> Optional.of(all.getFirst()));
        while (next.isPresent()) {
            chain.add(next.get());
            next = all.stream()
                    .filter(each -> !chain.contains(each) && issued(each, chain.getLast()))
                    .findFirst();
        }
        return new SigningChain(
                chain,
                all.stream()
                        .filter(each -> !chain.contains(each))
                        .filter(each -> all.stream().noneMatch(other -> other != each && issued(each, other)))
                        .toList());
    }

    /** Apple takes RSA and ECDSA, both with SHA-256. */
    static String algorithm(PrivateKey key) {
        return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    static boolean belongs(PrivateKey key, X509Certificate certificate) {
        byte[] anything = {1, 2, 3};
        try {
            var signing = Signature.getInstance(algorithm(key));
            signing.initSign(key);
            signing.update(anything);
            var verifying = Signature.getInstance(algorithm(key));
            verifying.initVerify(certificate.getPublicKey());
            verifying.update(anything);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException differentKinds) {
            return false;
        }
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) return false;
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException notByThatOne) {
            return false;
        }
    }
}
