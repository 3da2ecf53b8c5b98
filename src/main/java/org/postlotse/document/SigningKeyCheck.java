package org.postlotse.document;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.postlotse.catalogue.Fault;

/**
 * Whether devices will take what a key signs.
 *
 * @param chainKey under which setting its certificates were configured
 * @param now at which moment
 */
record SigningKeyCheck(String chainKey, Instant now) {
    private static final int SHORTEST_RSA = 2048;

    List<Fault> faults(SigningKey key) {
        var faults = new ArrayList<Fault>();
        if (!belongs(key))
            faults.add(fault("begins with a certificate that is not the key's; put the key's own certificate first"));
        if (key.leaf().getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA)
            faults.add(fault("has an RSA key of " + rsa.getModulus().bitLength()
                    + " bits, which devices do not take; use one of 2048 or more, or an EC key"));
        var leaf = key.leaf();
        if (now.isAfter(leaf.getNotAfter().toInstant()))
            faults.add(fault("has expired on " + day(leaf.getNotAfter().toInstant()) + "; renew the certificate"));
        if (now.isBefore(leaf.getNotBefore().toInstant()))
            faults.add(fault("is valid only from " + day(leaf.getNotBefore().toInstant())
                    + " on; use one that is valid already"));
        for (int i = 0; i + 1 < key.chain().size(); i++)
            if (!issued(key, i))
                faults.add(fault("has as certificate " + (i + 2) + " one that did not issue certificate " + (i + 1)
                        + "; write the leaf first, then each one's issuer"));
        return List.copyOf(faults);
    }

    private Fault fault(String right) {
        return new Fault(chainKey, right);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static boolean belongs(SigningKey key) {
        byte[] anything = {1, 2, 3};
        try {
            var signing = Signature.getInstance(key.signatureAlgorithm());
            signing.initSign(key.key());
            signing.update(anything);
            var verifying = Signature.getInstance(key.signatureAlgorithm());
            verifying.initVerify(key.leaf().getPublicKey());
            verifying.update(anything);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException differentKinds) {
            return false;
        }
    }

    private static boolean issued(SigningKey key, int index) {
        try {
            key.chain().get(index).verify(key.chain().get(index + 1).getPublicKey());
            return true;
        } catch (GeneralSecurityException notByThatOne) {
            return false;
        }
    }
}
