package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links in letters: AES-256-GCM (NIST SP 800-38D) over the check code and the day on which it ends, in Base64 for addresses
 * (RFC 4648 §5), bound to this one purpose. The key is changed every month by itself; old ones are kept for two years. Nothing personal can be read in it, and reading it changes nothing.
 */
@Singleton
public final class SealedLinks {
    /** How long a link is good for. */
    public static final Duration LIFE = Duration.ofDays(180);

    private static final Duration KEY_LIFE = Duration.ofDays(30);
    /** Long after the last link of a key has ended, so that it is known as one of ours that is too old. */
    private static final Duration KEPT = Duration.ofDays(730);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);
    private static final byte[] PURPOSE = "warning link".getBytes(StandardCharsets.US_ASCII);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 80;
    private static final int VERSIONS = 255;

    private final LinkKeys keys;
    private final Recipients recipients;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(List.of(), Instant.MIN));

    private record Known(List<LinkKeys.LinkKey> keys, Instant at) {}

    @Inject
    SealedLinks(LinkKeys keys, Recipients recipients, Clock clock) {
        this.keys = keys;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** Seals a code for {@link #LIFE}; each call answers differently. About 55 characters. */
    public String seal(CheckCode code) {
        var key = newest();
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var letters = code.letters().getBytes(StandardCharsets.US_ASCII);
        var plain = ByteBuffer.allocate(letters.length + Integer.BYTES)
                .put(letters)
                .putInt((int) clock.instant().plus(LIFE).getEpochSecond());
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain.array());
            var whole = ByteBuffer.allocate(1 + nonce.length + sealed.length)
                    .put((byte) key.version())
                    .put(nonce)
                    .put(sealed);
            return ENCODER.encodeToString(whole.array());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Reads a link. */
    public LinkReading read(String link) {
        return plain(link)
                .map(plain -> plain.limit() == plain.position() ? new LinkReading.Forged() : opened(plain))
                .orElseGet(LinkReading.Forged::new);
    }

    private LinkReading opened(ByteBuffer plain) {
        var letters = new byte[plain.remaining() - Integer.BYTES];
        plain.get(letters);
        // seconds as an unsigned 32-bit number: until the year 2106
        var ends = Instant.ofEpochSecond(Integer.toUnsignedLong(plain.getInt()));
        if (!clock.instant().isBefore(ends)) return new LinkReading.Expired();
        return CheckCode.read(new String(letters, StandardCharsets.US_ASCII))
                .flatMap(recipients::find)
                .<LinkReading>map(LinkReading.Open::new)
                .orElseGet(LinkReading.Expired::new);
    }

    private Optional<ByteBuffer> plain(String link) {
        if (link.length() > LONGEST) return Optional.empty();
        try {
            var bytes = Base64.getUrlDecoder().decode(link);
            // the last letter has bits to spare: one spelling only
            if (!link.equals(ENCODER.encodeToString(bytes))) return Optional.empty();
            var whole = ByteBuffer.wrap(bytes);
            if (whole.remaining() <= 1 + NONCE_BYTES) return Optional.empty();
            var key = find(Byte.toUnsignedInt(whole.get()));
            var nonce = new byte[NONCE_BYTES];
            whole.get(nonce);
            var sealed = new byte[whole.remaining()];
            whole.get(sealed);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ByteBuffer.wrap(
                            cipher(Cipher.DECRYPT_MODE, key.get(), nonce).doFinal(sealed)));
        } catch (IllegalArgumentException | GeneralSecurityException forged) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, LinkKeys.LinkKey key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(PURPOSE);
        return cipher;
    }

    private Optional<LinkKeys.LinkKey> find(int version) {
        var found = among(recent(), version);
        return found.isPresent() ? found : among(looked(), version); // another node may have made it just now
    }

    private static Optional<LinkKeys.LinkKey> among(List<LinkKeys.LinkKey> all, int version) {
        return all.stream().filter(key -> key.version() == version).findFirst();
    }

    private LinkKeys.LinkKey newest() {
        var now = clock.instant();
        var all = recent();
        if (all.isEmpty() || all.getFirst().made().plus(KEY_LIFE).isBefore(now)) {
            var bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            int version = all.isEmpty() ? 1 : all.getFirst().version() % VERSIONS + 1;
            keys.drop(now.minus(KEPT));
            keys.add(new LinkKeys.LinkKey(version, bytes, now));
            all = looked();
        }
        return all.getFirst();
    }

    private List<LinkKeys.LinkKey> recent() {
        var last = known.get();
        return last.at().plus(LOOK_AGAIN).isAfter(clock.instant()) ? last.keys() : looked();
    }

    private List<LinkKeys.LinkKey> looked() {
        var fresh = new Known(keys.all(), clock.instant());
        known.set(fresh);
        return fresh.keys();
    }
}
