package org.postlotse.demo;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that is made afresh, trusted by whoever is told to, and forgotten with its process. */
public final class ThrowAwayAuthority {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final List<X509Certificate> above;

    private ThrowAwayAuthority(KeyPair keys, X509Certificate certificate, List<X509Certificate> above) {
        this.keys = keys;
        this.certificate = certificate;
        this.above = above;
    }

    /** A root that signs for a year, begun a month ago so that expired certificates fit in. */
    public static ThrowAwayAuthority root(String commonName) {
        var keys = KeyKind.EC.generate();
        var wanted = Wanted.authority(commonName);
        return new ThrowAwayAuthority(keys, sign(wanted, keys, wanted.subject(), keys), List.of());
    }

    /** An authority below this one; what it issues carries it in its chain. */
    public ThrowAwayAuthority intermediate(String commonName) {
        var ownKeys = KeyKind.EC.generate();
        var own = sign(Wanted.authority(commonName), ownKeys, subject(), keys);
        var chain = new ArrayList<X509Certificate>();
        chain.add(own);
        chain.addAll(above);
        return new ThrowAwayAuthority(ownKeys, own, List.copyOf(chain));
    }

    /** A certificate with its key; the chain goes from the leaf up to, not including, the root. */
    public Issued issue(Wanted wanted) {
        var leafKeys = wanted.kind().generate();
        var chain = new ArrayList<X509Certificate>();
        chain.add(sign(wanted, leafKeys, subject(), keys));
        chain.addAll(above);
        return new Issued(leafKeys.getPrivate(), List.copyOf(chain));
    }

    /** A certificate that nobody vouches for but itself. */
    public static Issued selfSigned(Wanted wanted) {
        var keys = wanted.kind().generate();
        return new Issued(keys.getPrivate(), List.of(sign(wanted, keys, wanted.subject(), keys)));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    private String subject() {
        return certificate.getSubjectX500Principal().getName();
    }

    /** The kinds of key that tests ask for. */
    public enum KeyKind {
        EC("EC", 256, "SHA256withECDSA"),
        RSA("RSA", 2048, "SHA256withRSA"),
        /** Too short to be trusted by anybody today. */
        RSA_1024("RSA", 1024, "SHA256withRSA");

        private final String algorithm;
        private final int bits;
        private final String signature;

        KeyKind(String algorithm, int bits, String signature) {
            this.algorithm = algorithm;
            this.bits = bits;
            this.signature = signature;
        }

        KeyPair generate() {
            try {
                var generator = KeyPairGenerator.getInstance(algorithm);
                generator.initialize(bits, RANDOM);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }

    /**
     * What a certificate is to say.
     *
     * @param subject distinguished name
     * @param names DNS names in its subjectAltName; none means that the common name stands alone
     * @param from first moment of validity
     * @param to last moment of validity
     * @param kind its key
     * @param authority whether it may sign others
     * @param issuerAt where its issuer's certificate lies (caIssuers, RFC 5280 §4.2.2.1); public authorities say so
     */
    public record Wanted(
            String subject,
            List<String> names,
            Instant from,
            Instant to,
            KeyKind kind,
            boolean authority,
            Optional<String> issuerAt) {
        /** A valid server certificate for these names. */
        public static Wanted server(String... names) {
            var now = Instant.now();
            return new Wanted(
                    "CN=" + names[0],
                    List.of(names),
                    now.minus(Duration.ofDays(1)),
                    now.plus(Duration.ofDays(90)),
                    KeyKind.EC,
                    false,
                    Optional.empty());
        }

        static Wanted authority(String commonName) {
            var now = Instant.now();
            return new Wanted(
                    "CN=" + commonName,
                    List.of(),
                    now.minus(Duration.ofDays(60)),
                    now.plus(Duration.ofDays(365)),
                    KeyKind.EC,
                    true,
                    Optional.empty());
        }

        public Wanted valid(Instant from, Instant to) {
            return new Wanted(subject, names, from, to, kind, authority, issuerAt);
        }

        public Wanted with(KeyKind kind) {
            return new Wanted(subject, names, from, to, kind, authority, issuerAt);
        }

        /** Says where the issuer's certificate lies. */
        public Wanted issuerAt(String url) {
            return new Wanted(subject, names, from, to, kind, authority, Optional.of(url));
        }

        public Wanted named(String... names) {
            return new Wanted(subject, List.of(names), from, to, kind, authority, issuerAt);
        }
    }

    private static X509Certificate sign(Wanted wanted, KeyPair subjectKeys, String issuer, KeyPair issuerKeys) {
        var kind = issuerKeys.getPrivate().getAlgorithm().startsWith("RSA") ? KeyKind.RSA : KeyKind.EC;
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                new BigInteger(120, RANDOM),
                Date.from(wanted.from()),
                Date.from(wanted.to()),
                new X500Name(wanted.subject()),
                subjectKeys.getPublic());
        try {
            describe(builder, wanted);
            var signer = new JcaContentSignerBuilder(kind.signature).build(issuerKeys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | CertIOException | GeneralSecurityException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static void describe(JcaX509v3CertificateBuilder builder, Wanted wanted) throws CertIOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(wanted.authority()));
        if (wanted.authority()) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return;
        }
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        if (wanted.issuerAt().isPresent()) {
            var place = new GeneralName(
                    GeneralName.uniformResourceIdentifier, wanted.issuerAt().get());
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(X509ObjectIdentifiers.id_ad_caIssuers, place));
        }
        if (!wanted.names().isEmpty()) {
            var names = wanted.names().stream()
                    .map(name -> new GeneralName(GeneralName.dNSName, name))
                    .toArray(GeneralName[]::new);
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
    }
}
