package org.postlotse.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** Writes text so that only this product can read or make it: AES-256-GCM (NIST SP 800-38D), Base64 for addresses. */
@Singleton
public final class Seal implements SettingsCheck {
    private static final Logger LOG = Logger.getLogger(Seal.class);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int LONGEST = 2_048;

    private final Optional<String> written;
    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Seal(WebConfig config) {
        written = config.sealKey();
        key = written.flatMap(Seal::decode).orElseGet(this::freshKey);
        if (written.isEmpty())
            LOG.info("postlotse.web.seal-key is not set: pages that customers have open end when this process ends");
    }

    @Override
    public List<Fault> faults() {
        return written.isEmpty() || written.flatMap(Seal::decode).isPresent()
                ? List.of()
                : List.of(new Fault(
                        "postlotse.web.seal-key", "must be 32 bytes in Base64; “openssl rand -base64 32” makes them"));
    }

    /** Seals a text for a purpose; each call answers differently. */
    public String seal(String purpose, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var whole =
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The text that was sealed for this purpose; empty when it was forged, cut, or sealed with another key. */
    public Optional<String> open(String purpose, String sealed) {
        if (sealed.length() > LONGEST) return Optional.empty();
        try {
            var whole = Base64.getUrlDecoder().decode(sealed);
            if (whole.length <= NONCE_BYTES) return Optional.empty();
            var nonce = new byte[NONCE_BYTES];
            System.arraycopy(whole, 0, nonce, 0, NONCE_BYTES);
            var text =
                    cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException forged) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.strip())).filter(bytes -> bytes.length == KEY_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] freshKey() {
        var fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        return fresh;
    }
}
