package org.postlotse.probe;

import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Locale;

/** What no browser accepts any more (CA/Browser Forum Baseline Requirements §6.1.5, §7.1.3.2). */
final class KeyStrength {
    private static final int LEAST_RSA = 2048;
    private static final int LEAST_EC = 256;

    private KeyStrength() {}

    /** Whether its key is too short, or it was signed over a broken digest. A root's own signature proves nothing. */
    static boolean tooWeak(X509Certificate certificate) {
        return shortKey(certificate) || !selfIssued(certificate) && brokenDigest(certificate);
    }

    /** Kind and size: {@code RSA 2048}. */
    static String of(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case RSAKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECKey ec -> "EC " + ec.getParams().getOrder().bitLength();
            case DSAKey dsa -> "DSA " + dsa.getParams().getP().bitLength();
            default -> Folded.of(certificate.getPublicKey().getAlgorithm());
        };
    }

    static boolean selfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static boolean shortKey(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case RSAKey rsa -> rsa.getModulus().bitLength() < LEAST_RSA;
            case ECKey ec -> ec.getParams().getOrder().bitLength() < LEAST_EC;
            case DSAKey _ -> true;
            default -> false;
        };
    }

    private static boolean brokenDigest(X509Certificate certificate) {
        var algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        return algorithm.startsWith("SHA1") || algorithm.startsWith("MD5") || algorithm.startsWith("MD2");
    }
}
