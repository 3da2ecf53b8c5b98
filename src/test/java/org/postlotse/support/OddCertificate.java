package org.postlotse.support;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.postlotse.demo.Issued;

/** An authority that signs what no authority should sign. */
public final class OddCertificate {
    private static final String SERVER_AUTH = KeyPurposeId.id_kp_serverAuth.getId();
    private static final String SOUND = "SHA256withECDSA";
    private static final ASN1ObjectIdentifier NOBODYS = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    private final KeyPair keys = pair();
    private final X509Certificate certificate =
            sign("CN=Odd Authority", keys, new Issuer("CN=Odd Authority", keys, SOUND), new Form("", "", true, 0));

    public X509Certificate certificate() {
        return certificate;
    }

    private record Issuer(String name, KeyPair keys, String algorithm) {}

    private record Form(String name, String purpose, boolean authority, int stuffing) {}

    /** With this DNS name, whatever octets it has. */
    public Issued named(String name) {
        return issued(SOUND, new Form(name, SERVER_AUTH, false, 0));
    }

    /** For an IP address, written as one. */
    public Issued forAddress(String address) {
        return issued(SOUND, new Form("ip:" + address, SERVER_AUTH, false, 0));
    }

    public Issued signedWith(String algorithm, String name) {
        return issued(algorithm, new Form(name, SERVER_AUTH, false, 0));
    }

    public Issued forPurpose(String purpose, String name) {
        return issued(SOUND, new Form(name, purpose, false, 0));
    }

    /** With an extension of so many octets that nobody needs. */
    public Issued stuffed(int octets, String name) {
        return issued(SOUND, new Form(name, SERVER_AUTH, false, octets));
    }

    /** Signed by a certificate of this authority that may not sign. */
    public Issued belowALeaf(String name) {
        var leafKeys = pair();
        var leaf = sign("CN=Leaf", leafKeys, issuer(SOUND), new Form("leaf.test", SERVER_AUTH, false, 0));
        var own = pair();
        var below =
                sign("CN=Below", own, new Issuer("CN=Leaf", leafKeys, SOUND), new Form(name, SERVER_AUTH, false, 0));
        return new Issued(own.getPrivate(), List.of(below, leaf));
    }

    private Issued issued(String algorithm, Form form) {
        var own = pair();
        return new Issued(own.getPrivate(), List.of(sign("CN=Odd", own, issuer(algorithm), form)));
    }

    private Issuer issuer(String algorithm) {
        return new Issuer("CN=Odd Authority", keys, algorithm);
    }

    private static X509Certificate sign(String subject, KeyPair own, Issuer issuer, Form form) {
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer.name()),
                new BigInteger(100, new SecureRandom()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(30))),
                new X500Name(subject),
                own.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(form.authority()));
            if (!form.name().isEmpty())
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(generalName(form.name())));
            if (!form.purpose().isEmpty()) {
                var purpose = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(form.purpose()));
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            }
            if (form.stuffing() > 0)
                builder.addExtension(NOBODYS, false, new DEROctetString(new byte[form.stuffing()]));
            var signer = new JcaContentSignerBuilder(issuer.algorithm())
                    .build(issuer.keys().getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static GeneralName generalName(String name) {
        return name.startsWith("ip:")
                ? new GeneralName(GeneralName.iPAddress, name.substring(3))
                : new GeneralName(GeneralName.dNSName, name);
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
