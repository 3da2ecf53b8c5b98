package org.postlotse.document;

import static org.postlotse.document.SigningKeyReader.CHAIN;
import static org.postlotse.document.SigningKeyReader.KEY;
import static org.postlotse.document.SigningKeyReader.KEY_STORE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;
import org.postlotse.catalogue.Fault;

/** What a file holds of that with which profiles are signed. */
sealed interface SigningMaterial<T> {
    /** It is there. */
    record Found<T>(T value) implements SigningMaterial<T> {}

    /** It is not, or not as it can be used. */
    record Faulty<T>(Fault fault) implements SigningMaterial<T> {}

    /** The first private key in PEM: PKCS#8 (RFC 5958), or EC (RFC 5915) or RSA (RFC 8017) as older tools write them. */
    static SigningMaterial<PrivateKey> privateKey(byte[] pem) {
        try {
            for (var object : objects(pem)) {
                switch (object) {
                    case PEMKeyPair pair -> {
                        return privateKey(pair.getPrivateKeyInfo());
                    }
                    case PrivateKeyInfo key -> {
                        return privateKey(key);
                    }
                    case PEMEncryptedKeyPair encrypted -> {
                        return encryptedKey();
                    }
                    case PKCS8EncryptedPrivateKeyInfo encrypted -> {
                        return encryptedKey();
                    }
                    default -> {}
                }
            }
            return faulty(KEY, "holds no private key; write the path of a PEM file that has one");
        } catch (IOException | GeneralSecurityException broken) {
            return faulty(KEY, "holds a private key that can not be read; write it as PKCS#8");
        }
    }

    private static SigningMaterial<PrivateKey> privateKey(PrivateKeyInfo key)
            throws GeneralSecurityException, IOException {
        var algorithm = key.getPrivateKeyAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) return new Found<>(privateKey("RSA", key));
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) return new Found<>(privateKey("EC", key));
        return faulty(KEY, "is of a kind that Apple does not take; use an RSA or EC key");
    }

    private static PrivateKey privateKey(String algorithm, PrivateKeyInfo key)
            throws GeneralSecurityException, IOException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }

    private static SigningMaterial<PrivateKey> encryptedKey() {
        return faulty(KEY, "is encrypted; write the path of an unencrypted key, or use key-store and password");
    }

    /** All certificates in PEM, in their order. */
    static SigningMaterial<List<X509Certificate>> certificates(byte[] pem) {
        try {
            var certificates = new ArrayList<X509Certificate>();
            for (var object : objects(pem))
                if (object instanceof X509CertificateHolder certificate)
                    certificates.add(new JcaX509CertificateConverter().getCertificate(certificate));
            return certificates.isEmpty()
                    ? faulty(
                            CHAIN,
                            "holds no certificate; write the path of a PEM file with the certificate, leaf first")
                    : new Found<>(certificates);
        } catch (IOException | GeneralSecurityException broken) {
            return faulty(CHAIN, "holds a certificate that can not be read; write it as PEM");
        }
    }

    /** The first key of a PKCS#12 store (RFC 7292), with its chain. */
    static SigningMaterial<SigningKey> keyStore(byte[] bytes, String password) {
        try {
            var secret = password.toCharArray();
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), secret);
            for (var alias : Collections.list(store.aliases()))
                if (store.getKey(alias, secret) instanceof PrivateKey key) return signingKey(key, store, alias);
            return faulty(KEY_STORE, "holds no private key; export the certificate together with its key");
        } catch (IOException | GeneralSecurityException closed) {
            return faulty(KEY_STORE, "can not be opened; write a PKCS#12 file and its password");
        }
    }

    private static SigningMaterial<SigningKey> signingKey(PrivateKey key, KeyStore store, String alias)
            throws GeneralSecurityException {
        if (!List.of("RSA", "EC").contains(key.getAlgorithm()))
            return faulty(KEY_STORE, "has a key of a kind that Apple does not take; use an RSA or EC key");
        var pile = new ArrayList<X509Certificate>(certificates(store.getCertificateChain(alias)));
        for (var other : Collections.list(store.aliases())) pile.addAll(certificates(store.getCertificate(other)));
        return pile.isEmpty()
                ? faulty(KEY_STORE, "holds a key without a certificate; export both together")
                : new Found<>(new SigningKey(key, SigningChain.of(key, pile).certificates()));
    }

    /** @param found null where the store has none */
    private static List<X509Certificate> certificates(Certificate @Nullable ... found) {
        return found == null
                ? List.of()
                : Stream.of(found)
                        .filter(X509Certificate.class::isInstance)
                        .map(X509Certificate.class::cast)
                        .toList();
    }

    private static List<Object> objects(byte[] pem) throws IOException {
        var text = new InputStreamReader(new ByteArrayInputStream(pem), StandardCharsets.US_ASCII);
        var objects = new ArrayList<>();
        try (var parser = new PEMParser(text)) {
            for (var object = parser.readObject(); object != null; object = parser.readObject()) objects.add(object);
        }
        return objects;
    }

    private static <T> SigningMaterial<T> faulty(String key, String right) {
        return new Faulty<>(new Fault(key, right));
    }
}
