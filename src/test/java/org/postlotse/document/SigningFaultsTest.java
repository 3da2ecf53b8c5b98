package org.postlotse.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.Fault;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.Programs;

class SigningFaultsTest {
    private final ThrowAwayAuthority root = ThrowAwayAuthority.root("Root");
    private final ThrowAwayAuthority intermediate = root.intermediate("Intermediate");
    private final Issued good = intermediate.issue(Wanted.server("sicher.example.test"));

    @TempDir
    Path directory;

    @Test
    void name_a_file_that_is_not_there() {
        var faults = faults(Signing.pem(directory.resolve("no.key"), directory.resolve("no.pem")));
        assertThat(faults).extracting(Fault::key).containsExactly("postlotse.signing.key", "postlotse.signing.chain");
        assertThat(faults)
                .extracting(Fault::right)
                .allMatch(right -> right.contains("can not be read; write the path"));
    }

    @Test
    void name_what_is_missing_beside_the_other() {
        var key = Optional.of(file("good.key", good.keyPem()).toString());
        var chain = Optional.of(file("good.pem", good.chainPem()).toString());
        assertThat(faults(new Signing(key, Optional.empty(), Optional.empty(), Optional.empty())))
                .extracting(Fault::toString)
                .containsExactly("postlotse.signing.chain: is missing; write the path of the certificate and its"
                        + " intermediates");
        assertThat(faults(new Signing(Optional.empty(), chain, Optional.empty(), Optional.empty())))
                .extracting(Fault::key)
                .containsExactly("postlotse.signing.key");
        assertThat(faults(new Signing(key, Optional.empty(), chain, Optional.empty())))
                .extracting(Fault::key)
                .containsExactly("postlotse.signing.key-store");
    }

    @Test
    void say_that_a_key_belongs_to_another_certificate() {
        var other = intermediate.issue(Wanted.server("other.example.test"));
        assertThat(faults(new Issued(other.key(), good.chain())))
                .singleElement()
                .returns("postlotse.signing.chain", Fault::key)
                .extracting(Fault::right)
                .asString()
                .contains("no certificate of this key");
    }

    @Test
    void say_that_a_key_of_another_kind_belongs_to_another_certificate() {
        var other = intermediate.issue(Wanted.server("other.example.test").with(ThrowAwayAuthority.KeyKind.RSA));
        assertThat(faults(new Issued(other.key(), good.chain()))).hasSize(1);
    }

    @Test
    void say_when_a_certificate_has_expired_or_begins_later() {
        var now = Instant.now();
        var expired =
                Wanted.server("a.example.test").valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)));
        var early = Wanted.server("a.example.test").valid(now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(9)));
        assertThat(faults(intermediate.issue(expired)))
                .singleElement()
                .extracting(Fault::right)
                .asString()
                .startsWith("has expired on ");
        assertThat(faults(intermediate.issue(early)))
                .singleElement()
                .extracting(Fault::right)
                .asString()
                .startsWith("is valid only from ");
    }

    @Test
    void say_which_certificate_leads_nowhere() {
        var stranger = ThrowAwayAuthority.root("Stranger");
        assertThat(faults(new Issued(good.key(), List.of(good.leaf(), stranger.certificate()))))
                .singleElement()
                .extracting(Fault::right)
                .asString()
                .contains("issued none of the others, of “CN=Stranger”");
    }

    /** As some panels write them: roots first, or everything twice. */
    @Test
    void are_none_for_certificates_in_any_order() throws Exception {
        var lower = intermediate.intermediate("Lower").issue(Wanted.server("sicher.example.test"));
        var shuffled = List.of(
                root.certificate(),
                lower.chain().get(2),
                lower.leaf(),
                lower.chain().get(1),
                lower.leaf());
        var config = Signing.pem(file("some.key", lower.keyPem()), file("some.pem", Issued.pem(shuffled.toArray())));
        var signer = new ProfileSigner(config, Clock.systemUTC());
        assertThat(signer.faults()).isEmpty();
        assertThat(new CMSSignedData(signer.sign(new byte[] {1}))
                        .getCertificates()
                        .getMatches(null))
                .hasSize(4);
        assertThat(SigningChain.of(lower.key(), shuffled).certificates())
                .containsExactly(
                        lower.leaf(), lower.chain().get(1), lower.chain().get(2), root.certificate());
    }

    @Test
    void say_what_a_file_holds_instead() {
        var chain = file("good.pem", good.chainPem());
        assertThat(faults(Signing.pem(file("empty.key", ""), chain)))
                .extracting(Fault::right)
                .containsExactly("holds no private key; write the path of a PEM file that has one");
        assertThat(faults(Signing.pem(chain, file("good.key", good.keyPem()))))
                .extracting(Fault::key)
                .containsExactly("postlotse.signing.key", "postlotse.signing.chain");
        assertThat(faults(Signing.pem(file("broken.key", pem("PRIVATE KEY", new byte[] {1, 2})), chain)))
                .extracting(Fault::right)
                .containsExactly("holds a private key that can not be read; write it as PKCS#8");
        assertThat(faults(Signing.pem(file("good.key", good.keyPem()), file("b.pem", pem("CERTIFICATE", new byte[9])))))
                .extracting(Fault::right)
                .containsExactly("holds a certificate that can not be read; write it as PEM");
    }

    @Test
    void say_that_a_key_is_of_the_wrong_kind() throws Exception {
        var ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        var key = file("ed.key", pem("PRIVATE KEY", ed25519.getEncoded()));
        assertThat(faults(Signing.pem(key, file("good.pem", good.chainPem()))))
                .extracting(Fault::right)
                .containsExactly("is of a kind that Apple does not take; use an RSA or EC key");
    }

    @Test
    void are_none_for_a_key_store_that_opens() throws Exception {
        var store = store("secret");
        var signer = new ProfileSigner(Signing.store(store, "secret"), Clock.systemUTC());
        assertThat(signer.faults()).isEmpty();
        assertThat(signer.sign(new byte[] {1})).hasSizeGreaterThan(1);
    }

    @Test
    void name_a_key_store_that_does_not_open() throws Exception {
        assertThat(faults(Signing.store(store("secret"), "wrong")))
                .extracting(Fault::toString)
                .containsExactly(
                        "postlotse.signing.key-store: can not be opened; write a PKCS#12 file and its password");
        assertThat(faults(Signing.store(file("a.p12", "no store"), "secret")))
                .extracting(Fault::key)
                .containsExactly("postlotse.signing.key-store");
    }

    @Test
    void never_lead_to_an_unsigned_profile() {
        var signer = new ProfileSigner(
                Signing.pem(directory.resolve("no.key"), directory.resolve("no.pem")), Clock.systemUTC());
        assertThatExceptionOfType(SigningBroken.class).isThrownBy(() -> signer.sign(new byte[] {1}));
    }

    private List<Fault> faults(Issued issued) {
        return faults(Signing.pem(file("some.key", issued.keyPem()), file("some.pem", issued.chainPem())));
    }

    private static List<Fault> faults(Signing config) {
        return new ProfileSigner(config, Clock.systemUTC()).faults();
    }

    private Path file(String name, String text) {
        return Signing.written(directory.resolve(name), text.getBytes(UTF_8));
    }

    private static String pem(String kind, byte[] content) {
        return Issued.pem(new PemObject(kind, content));
    }

    @Test
    void say_that_a_key_store_has_a_key_only() {
        file("good.key", good.keyPem());
        var said = Programs.run(
                "openssl",
                "pkcs12",
                "-export",
                "-nocerts",
                "-passout",
                "pass:secret",
                "-inkey",
                directory.resolve("good.key"),
                "-out",
                directory.resolve("key.p12"));
        assertThat(said.status()).as(said.output()).isZero();
        assertThat(faults(Signing.store(directory.resolve("key.p12"), "secret")))
                .extracting(Fault::right)
                .containsExactly("holds a key without a certificate; export both together");
    }

    private Path store(String password) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        store.setKeyEntry("a", good.key(), password.toCharArray(), good.chain().toArray(Certificate[]::new));
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, password.toCharArray());
        return Signing.written(directory.resolve("signing.p12"), bytes.toByteArray());
    }
}
