package org.postlotse.campaign.hook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A system that is told of changes.
 *
 * @param name in small letters, digits and hyphens
 * @param url where to
 * @param secret what both sides know; never printed
 */
record Hook(String name, URI url, SecretKeySpec secret) {
    private static final String HMAC = "HmacSHA256";

    static Hook of(String name, URI url, byte[] secret) {
        return new Hook(name, url, new SecretKeySpec(secret, HMAC));
    }

    /** Signs a message as Standard Webhooks 1.0 has it: id, seconds and body with dots between, under the version's name. */
    String signature(String id, Instant at, String body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(secret);
            var signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
