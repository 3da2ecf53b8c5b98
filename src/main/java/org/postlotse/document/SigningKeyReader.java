package org.postlotse.document;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Fault;

/** Reads the key and its chain from where the configuration says, or says what keeps it from doing so. */
final class SigningKeyReader {
    static final String KEY = "postlotse.signing.key";
    static final String CHAIN = "postlotse.signing.chain";
    static final String KEY_STORE = "postlotse.signing.key-store";

    private final List<Fault> faults = new ArrayList<>();

    private SigningKeyReader() {}

    /**
     * What came of reading.
     *
     * @param key empty when there are faults, or when nothing is configured
     */
    record Reading(Optional<SigningKey> key, List<Fault> faults) {
        Reading {
            faults = List.copyOf(faults);
        }
    }

    static Reading read(SigningConfig config) {
        var reader = new SigningKeyReader();
        return new Reading(reader.key(config), reader.faults);
    }

    private Optional<SigningKey> key(SigningConfig config) {
        if (config.keyStore().isEmpty()) return pem(config.key(), config.chain());
        if (config.key().isPresent() || config.chain().isPresent()) {
            faults.add(new Fault(KEY_STORE, "stands beside key or chain; write either the one or the others"));
            return Optional.empty();
        }
        return config.keyStore()
                .flatMap(path -> read(KEY_STORE, path, "a PKCS#12 file"))
                .flatMap(bytes -> accepted(
                        SigningMaterial.keyStore(bytes, config.password().orElse(""))));
    }

    private Optional<SigningKey> pem(Optional<String> keyPath, Optional<String> chainPath) {
        if (keyPath.isEmpty() && chainPath.isEmpty()) return Optional.empty();
        if (keyPath.isEmpty())
            faults.add(new Fault(KEY, "is missing; write the path of the certificate's private key"));
        if (chainPath.isEmpty())
            faults.add(new Fault(CHAIN, "is missing; write the path of the certificate and its intermediates"));
        var keyBytes = keyPath.flatMap(path -> read(KEY, path, "a PEM file with the private key"));
        var chainBytes = chainPath.flatMap(path -> read(CHAIN, path, "a PEM file with the certificate, leaf first"));
        var key = keyBytes.flatMap(bytes -> accepted(SigningMaterial.privateKey(bytes)));
        var chain = chainBytes.flatMap(bytes -> accepted(SigningMaterial.certificates(bytes)));
        return key.flatMap(known -> chain.map(pile -> signingKey(known, SigningChain.of(known, pile))));
    }

    /** In a file that is about nothing else, a certificate that leads nowhere hides one that is missing. */
    private SigningKey signingKey(PrivateKey key, SigningChain chain) {
        chain.strangers()
                .forEach(stranger -> faults.add(new Fault(
                        CHAIN,
                        "has a certificate that issued none of the others, of “"
                                + stranger.getSubjectX500Principal().getName()
                                + "”; leave it out, or add what stands between")));
        return new SigningKey(key, chain.certificates());
    }

    private <T> Optional<T> accepted(SigningMaterial<T> material) {
        return switch (material) {
            case SigningMaterial.Found<T>(var value) -> Optional.of(value);
            case SigningMaterial.Faulty<T>(var fault) -> {
                faults.add(fault);
                yield Optional.empty();
            }
        };
    }

    private Optional<byte[]> read(String key, String path, String right) {
        try {
            return Optional.of(Files.readAllBytes(Path.of(path)));
        } catch (java.io.IOException | InvalidPathException unreadable) {
            faults.add(new Fault(key, "is “" + path + "”, which can not be read; write the path of " + right));
            return Optional.empty();
        }
    }
}
