package org.postlotse.document;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** With which certificate Apple profiles are signed: PEM files, or a key store, or nothing at all. */
@ConfigMapping(prefix = "postlotse.signing")
interface SigningConfig {
    /** Path of the private key: PEM, PKCS#8 or the older EC and RSA forms. */
    Optional<String> key();

    /** Path of the certificate and its intermediates: PEM, leaf first. */
    Optional<String> chain();

    /** Path of a PKCS#12 file with both. */
    Optional<String> keyStore();

    /** The key store's password. */
    Optional<String> password();
}
