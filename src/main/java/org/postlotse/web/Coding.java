package org.postlotse.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** How a document is compressed (RFC 9110 §8.4.1), the best first. */
enum Coding {
    /** Where its native library runs; Quarkus brings it along for the platform on which the product was built. */
    BR {
        @Override
        Optional<byte[]> of(byte[] bytes) {
            if (!Brotli4jLoader.isAvailable()) return Optional.empty();
            try {
                return Optional.of(Encoder.compress(bytes, new Encoder.Parameters().setQuality(BEST)));
            } catch (IOException neverInMemory) {
                throw new UncheckedIOException(neverInMemory);
            }
        }
    },
    GZIP {
        @Override
        Optional<byte[]> of(byte[] bytes) {
            var zipped = new ByteArrayOutputStream(bytes.length);
            try (var zip = new GZIPOutputStream(zipped)) {
                zip.write(bytes);
            } catch (IOException neverInMemory) {
                throw new UncheckedIOException(neverInMemory);
            }
            return Optional.of(zipped.toByteArray());
        }
    };

    private static final int BEST = 11;

    /** Empty where it can not be done here. */
    abstract Optional<byte[]> of(byte[] bytes);

    /** As in HTTP. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
