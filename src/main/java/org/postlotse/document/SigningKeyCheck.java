package org.postlotse.document;

import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postlotse.catalogue.Fault;

/**
 * Whether devices will take what a key signs.
 *
 * @param chainKey under which setting its certificates were configured
 * @param now at which moment
 */
record SigningKeyCheck(String chainKey, Instant now) {
    private static final int SHORTEST_RSA = 2048;
    /** P-256 and P-384. */
    private static final Set<Integer> CURVES = Set.of(256, 384);

    List<Fault> faults(SigningKey key) {
        var faults = new ArrayList<Fault>();
        if (!SigningChain.belongs(key.key(), key.leaf()))
            faults.add(fault("has no certificate of this key; add the key's own"));
        if (key.leaf().getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA)
            faults.add(fault("has an RSA key of " + rsa.getModulus().bitLength()
                    + " bits, which devices do not take; use one of 2048 or more, or an EC key"));
        if (key.leaf().getPublicKey() instanceof ECKey curve && !CURVES.contains(bits(curve)))
            faults.add(fault("has an EC key of " + bits(curve)
                    + " bits, which not all devices take; use one on P-256 or" + " P-384"));
        var leaf = key.leaf();
        if (now.isAfter(leaf.getNotAfter().toInstant()))
            faults.add(fault("has expired on " + day(leaf.getNotAfter().toInstant()) + "; renew the certificate"));
        if (now.isBefore(leaf.getNotBefore().toInstant()))
            faults.add(fault("is valid only from " + day(leaf.getNotBefore().toInstant())
                    + " on; use one that is valid already"));
        return List.copyOf(faults);
    }

    private Fault fault(String right) {
        return new Fault(chainKey, right);
    }

    private static int bits(ECKey curve) {
        return curve.getParams().getCurve().getField().getFieldSize();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
