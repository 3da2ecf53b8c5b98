package org.postlotse.demo;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A certificate that was issued, with its key.
 *
 * @param key its private key
 * @param chain from the leaf upwards, without the root
 */
public record Issued(PrivateKey key, List<X509Certificate> chain) {
    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /** The same leaf, sent without what stands above it: the commonest mistake of all. */
    public Issued withoutIntermediates() {
        return new Issued(key, chain.subList(0, 1));
    }

    /** The chain as PEM, leaf first. */
    public String chainPem() {
        return pem(chain.toArray());
    }

    /** The key as PKCS#8 PEM. */
    public String keyPem() {
        return pem(new PemObject("PRIVATE KEY", key.getEncoded())); // RFC 5958
    }

    /** Writes {@code name.pem} (the chain) and {@code name.key}, readable by their owner only. */
    public void write(Path directory, String name) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".pem"), chainPem());
            Files.writeString(directory.resolve(name + ".key"), keyPem());
            directory.resolve(name + ".key").toFile().setReadable(false, false);
            directory.resolve(name + ".key").toFile().setReadable(true, true);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** PEM of certificates or PEM objects. */
    public static String pem(Object... objects) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (var object : objects) writer.writeObject(object);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString();
    }
}
