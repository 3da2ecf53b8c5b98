package org.postlotse.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** A signing configuration as a test writes it; nothing is configured until it is. */
record Signing(Optional<String> key, Optional<String> chain, Optional<String> keyStore, Optional<String> password)
        implements SigningConfig {
    static Signing none() {
        return new Signing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Signing pem(Path key, Path chain) {
        return new Signing(
                Optional.of(key.toString()), Optional.of(chain.toString()), Optional.empty(), Optional.empty());
    }

    static Signing store(Path store, String password) {
        return new Signing(Optional.empty(), Optional.empty(), Optional.of(store.toString()), Optional.of(password));
    }

    static Path written(Path file, byte[] bytes) {
        try {
            return java.nio.file.Files.write(file, bytes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
