package org.postlotse.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A file with certificates, in the forms in which administrators have them. */
final class AuthorityFile {
    private static final String PEM = "-----BEGIN ";

    private AuthorityFile() {}

    /** PEM when it looks like PEM, else a key store of whichever kind the JDK recognises. */
    static List<X509Certificate> read(Path file, Optional<String> password)
            throws IOException, GeneralSecurityException {
        var octets = Files.readAllBytes(file);
        return new String(octets, StandardCharsets.ISO_8859_1).contains(PEM) ? pem(octets) : store(file, password);
    }

    private static List<X509Certificate> pem(byte[] octets) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        return factory.generateCertificates(new ByteArrayInputStream(octets)).stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static List<X509Certificate> store(Path file, Optional<String> password)
            throws IOException, GeneralSecurityException {
        var opened = open(file, password);
        var found = new ArrayList<X509Certificate>();
        for (var alias : Collections.list(opened.aliases()))
            if (opened.getCertificate(alias) instanceof X509Certificate certificate) found.add(certificate);
        return found;
    }

    @SuppressWarnings("NullAway") // null means that no password is needed: KeyStore.getInstance
    private static KeyStore open(Path file, Optional<String> password) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(
                file.toFile(), password.map(String::toCharArray).orElse(null));
    }
}
