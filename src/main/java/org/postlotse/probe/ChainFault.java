package org.postlotse.probe;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.postlotse.probe.Verdict.CertificateExpired;
import org.postlotse.probe.Verdict.CertificateIncomplete;
import org.postlotse.probe.Verdict.CertificateNotYetValid;
import org.postlotse.probe.Verdict.CertificateUntrusted;
import org.postlotse.probe.Verdict.CertificateWeakKey;

/**
 * Says what is wrong with a chain that was refused; it never accepts one. Trust is judged at a moment at which the
 * certificate was valid, so that an old one of a known authority is expired, and an old one of nobody is untrusted.
 */
final class ChainFault {
    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1"; // RFC 5280 §4.2.2.1
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1"; // RFC 5280 §4.2.1.12
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final Trust trust;
    private final Instant now;

    ChainFault(Trust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    Verdict in(List<X509Certificate> sent) {
        var leaf = sent.getFirst();
        if (!forServers(leaf)) return new CertificateUntrusted(Seen.in(leaf));
        if (!leadsToAuthority(sent)) return withoutAuthority(sent);
        var outOfTime = sent.stream().filter(each -> !valid(each)).findFirst();
        if (outOfTime.isPresent()) return outOfTime(outOfTime.get());
        if (sent.stream().anyMatch(KeyStrength::tooWeak)) return new CertificateWeakKey(Seen.in(leaf));
        return new CertificateUntrusted(Seen.in(leaf));
    }

    /**
     * The server sent nothing above its own certificate, although that is not its own issuer and says where the issuer
     * lies: every public authority writes that down and hardly any private one does. A program that has not met the
     * intermediate elsewhere refuses it. Fetching it, as browsers do, would mean connecting to a host that a stranger
     * names.
     */
    private Verdict withoutAuthority(List<X509Certificate> sent) {
        var leaf = sent.getFirst();
        if (sent.stream().anyMatch(KeyStrength::tooWeak) && !KeyStrength.selfIssued(leaf))
            return new CertificateWeakKey(Seen.in(leaf)); // a weak link counts as no link
        boolean issuerSent =
                sent.stream().anyMatch(other -> other.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()));
        boolean issuerElsewhere = leaf.getExtensionValue(AUTHORITY_INFORMATION_ACCESS) != null;
        return !issuerSent && issuerElsewhere
                ? new CertificateIncomplete(Seen.in(leaf))
                : new CertificateUntrusted(Seen.in(leaf));
    }

    private boolean leadsToAuthority(List<X509Certificate> sent) {
        var leaf = sent.getFirst();
        var target = new X509CertSelector();
        target.setCertificate(leaf);
        try {
            var wanted = new PKIXBuilderParameters(trust.anchors(), target);
            wanted.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
            wanted.setRevocationEnabled(false);
            wanted.setDate(Date.from(momentOf(sent)));
            CertPathBuilder.getInstance("PKIX").build(wanted);
            return true;
        } catch (GeneralSecurityException noPath) {
            return false;
        }
    }

    /** Now if all were valid now, else the latest moment at which the leaf's and its issuers' times meet. */
    private Instant momentOf(List<X509Certificate> sent) {
        if (sent.stream().allMatch(this::valid)) return now;
        var begun = sent.stream()
                .map(each -> each.getNotBefore().toInstant())
                .max(Instant::compareTo)
                .orElse(now);
        var over = sent.stream()
                .map(each -> each.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElse(now);
        return now.isBefore(begun) ? begun.plus(Duration.ofSeconds(1)) : over.minus(Duration.ofSeconds(1));
    }

    private boolean valid(X509Certificate certificate) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private Verdict outOfTime(X509Certificate certificate) {
        var seen = Seen.in(certificate);
        return now.isBefore(seen.from()) ? new CertificateNotYetValid(seen) : new CertificateExpired(seen);
    }

    private static boolean forServers(X509Certificate leaf) {
        try {
            return Optional.ofNullable(leaf.getExtendedKeyUsage())
                    .map(purposes -> purposes.contains(SERVER_AUTH) || purposes.contains(ANY_PURPOSE))
                    .orElse(true);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }
}
