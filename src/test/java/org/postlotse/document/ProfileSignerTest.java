package org.postlotse.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.KeyKind;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.Programs;

class ProfileSignerTest {
    private static final byte[] PROFILE = "<plist>\n  <!-- ü -->\n</plist>\n".getBytes(UTF_8);

    private final ThrowAwayAuthority root = ThrowAwayAuthority.root("Root");
    private final ThrowAwayAuthority intermediate = root.intermediate("Intermediate");
    private final Clock clock = Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void leaves_a_profile_as_it_is_without_a_key() {
        var signer = new ProfileSigner(Signing.none(), clock);
        assertThat(signer.configured()).isFalse();
        assertThat(signer.faults()).isEmpty();
        assertThat(signer.sign(PROFILE)).isEqualTo(PROFILE);
    }

    @ParameterizedTest
    @EnumSource(names = {"EC", "RSA"})
    void signs_around_the_profiles_very_bytes(KeyKind kind) throws Exception {
        var issued = intermediate.issue(Wanted.server("sicher.example.test").with(kind));
        var signed = new CMSSignedData(signer(issued).sign(PROFILE));
        assertThat((byte[]) signed.getSignedContent().getContent()).isEqualTo(PROFILE);
        var signature = signed.getSignerInfos().getSigners().iterator().next();
        assertThat(signature.verify(new JcaSimpleSignerInfoVerifierBuilder().build(issued.leaf())))
                .isTrue();
        assertThat(signature.getDigestAlgorithmID().getAlgorithm()).isEqualTo(NISTObjectIdentifiers.id_sha256);
        assertThat(signingTime(signature)).isEqualTo(clock.instant());
    }

    @Test
    void is_written_in_DER() throws Exception {
        var bytes =
                signer(intermediate.issue(Wanted.server("sicher.example.test"))).sign(PROFILE);
        assertThat(new CMSSignedData(bytes).toASN1Structure().getEncoded(ASN1Encoding.DER))
                .isEqualTo(bytes);
    }

    @Test
    void brings_along_everything_up_to_the_root() throws Exception {
        var signed = new CMSSignedData(
                signer(intermediate.issue(Wanted.server("sicher.example.test"))).sign(PROFILE));
        var factory = CertificateFactory.getInstance("X.509");
        var trusted = new PKIXParameters(Set.of(new TrustAnchor(root.certificate(), null)));
        trusted.setRevocationEnabled(false);
        var path = certificates(signed);
        assertThat(path).hasSize(2);
        assertThat(CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(path), trusted))
                .isNotNull();
    }

    @Test
    void reads_an_RSA_key_as_older_tools_write_it() {
        var issued = intermediate.issue(Wanted.server("sicher.example.test").with(KeyKind.RSA));
        var traditional = Issued.pem(issued.key());
        assertThat(traditional).startsWith("-----BEGIN RSA PRIVATE KEY");
        assertThat(signsWith(traditional, issued)).isTrue();
    }

    @Test
    void reads_an_EC_key_as_older_tools_write_it() throws Exception {
        var issued = intermediate.issue(Wanted.server("sicher.example.test"));
        var curve = SECObjectIdentifiers.secp256r1;
        var key = new org.bouncycastle.asn1.sec.ECPrivateKey(256, ((ECPrivateKey) issued.key()).getS(), curve);
        var traditional = Issued.pem(
                new PemObject("EC PARAMETERS", curve.getEncoded()), // openssl ecparam -genkey writes them first
                new PemObject("EC PRIVATE KEY", key.getEncoded()));
        assertThat(signsWith(traditional, issued)).isTrue();
    }

    private boolean signsWith(String keyPem, Issued issued) {
        var key = Signing.written(directory.resolve("old.key"), keyPem.getBytes(UTF_8));
        var chain =
                Signing.written(directory.resolve("old.pem"), issued.chainPem().getBytes(UTF_8));
        var signer = new ProfileSigner(Signing.pem(key, chain), clock);
        assertThat(signer.faults()).isEmpty();
        return signer.sign(PROFILE).length > PROFILE.length;
    }

    @Test
    void uses_a_renewed_certificate_without_a_restart() throws Exception {
        var signer = signer(intermediate.issue(Wanted.server("sicher.example.test")));
        assertThat(signedBy(signer).getSubjectX500Principal().getName()).isEqualTo("CN=sicher.example.test");
        write(intermediate.issue(Wanted.server("neu.example.test")), 1);
        assertThat(signedBy(signer).getSubjectX500Principal().getName()).isEqualTo("CN=neu.example.test");
    }

    @Test
    void keeps_the_old_certificate_when_a_renewal_is_broken() throws Exception {
        var signer = signer(intermediate.issue(Wanted.server("sicher.example.test")));
        Files.writeString(directory.resolve("signing.pem"), "");
        touch(2);
        assertThat(signedBy(signer).getSubjectX500Principal().getName()).isEqualTo("CN=sicher.example.test");
        assertThat(signer.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"EC", "RSA"})
    void is_verified_by_OpenSSL(KeyKind kind) throws Exception {
        var issued = intermediate.issue(Wanted.server("sicher.example.test").with(kind));
        var said = verify(signer(issued));
        assertThat(said.status()).as(said.output()).isZero();
        assertThat(Files.readAllBytes(directory.resolve("plain.mobileconfig"))).isEqualTo(PROFILE);
    }

    @Test
    void is_not_verified_by_OpenSSL_without_the_intermediate() {
        var issued = intermediate.issue(Wanted.server("sicher.example.test"));
        var said = verify(signer(new Issued(issued.key(), List.of(issued.leaf()))));
        assertThat(said.status()).isNotZero();
        assertThat(said.output()).contains("unable to get local issuer certificate");
    }

    private Programs.Said verify(ProfileSigner signer) {
        var signed = Signing.written(directory.resolve("signed.mobileconfig"), signer.sign(PROFILE));
        var anchor = Signing.written(
                directory.resolve("root.pem"), Issued.pem(root.certificate()).getBytes(UTF_8));
        return Programs.run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signed,
                "-CAfile",
                anchor,
                "-purpose",
                "any",
                "-out",
                directory.resolve("plain.mobileconfig"));
    }

    private ProfileSigner signer(Issued issued) {
        write(issued, 0);
        var signer = new ProfileSigner(
                Signing.pem(directory.resolve("signing.key"), directory.resolve("signing.pem")), clock);
        assertThat(signer.faults()).isEmpty();
        assertThat(signer.configured()).isTrue();
        return signer;
    }

    private void write(Issued issued, int hours) {
        issued.write(directory, "signing");
        touch(hours);
    }

    /** Two writes may fall into one tick of the file system's clock. */
    private void touch(int hours) {
        var moment = clock.millis() + hours * 3_600_000L;
        for (var name : List.of("signing.key", "signing.pem"))
            assertThat(directory.resolve(name).toFile().setLastModified(moment)).isTrue();
    }

    private static X509Certificate signedBy(ProfileSigner signer) throws Exception {
        return certificates(new CMSSignedData(signer.sign(PROFILE))).getFirst();
    }

    private static Instant signingTime(SignerInformation signature) {
        var attribute = signature.getSignedAttributes().get(CMSAttributes.signingTime);
        return Time.getInstance(attribute.getAttrValues().getObjectAt(0))
                .getDate()
                .toInstant();
    }

    /** From the signer's upwards, as a path is ordered. */
    private static List<X509Certificate> certificates(CMSSignedData signed) throws Exception {
        var certificates = new ArrayList<X509Certificate>();
        for (X509CertificateHolder holder : signed.getCertificates().getMatches(null))
            certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
        certificates.sort(Comparator.comparing(X509Certificate::getBasicConstraints));
        return certificates;
    }
}
