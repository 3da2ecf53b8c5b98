package org.postlotse.probe;

import org.postlotse.probe.Verdict.Working;

/**
 * What a server's certificate is like for one name.
 *
 * @param kind {@code working}, or the kind of the verdict that speaks against it, {@code certificate-wrong-host}
 */
public record ShownCertificate(String kind) {
    static ShownCertificate of(Verdict verdict) {
        return new ShownCertificate(verdict.kind());
    }

    public boolean valid() {
        return kind.equals(new Working().kind());
    }
}
