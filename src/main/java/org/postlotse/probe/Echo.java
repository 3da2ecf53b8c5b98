package org.postlotse.probe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a server said, in which it may repeat what it was told: some quote the command that they did not understand. */
final class Echo {
    private static final byte[] STRUCK = "•••".getBytes(StandardCharsets.UTF_8);

    private final byte[] octets;

    Echo(String words) {
        this(words.getBytes(StandardCharsets.UTF_8));
    }

    private Echo(byte[] octets) {
        this.octets = octets;
    }

    /** The same with every occurrence struck out, in capitals or not; the secret is wiped. */
    Echo without(byte[] secret) {
        if (secret.length == 0) return this;
        var kept = new ByteArrayOutputStream(octets.length);
        for (int at = 0; at < octets.length; ) {
            if (occurs(secret, at)) {
                kept.writeBytes(STRUCK);
                at += secret.length;
            } else {
                kept.write(octets[at++]);
            }
        }
        Arrays.fill(secret, (byte) 0);
        return new Echo(kept.toByteArray());
    }

    String words() {
        return new String(octets, StandardCharsets.UTF_8);
    }

    private boolean occurs(byte[] secret, int from) {
        if (from + secret.length > octets.length) return false;
        for (int i = 0; i < secret.length; i++) if (lower(secret[i]) != lower(octets[from + i])) return false;
        return true;
    }

    private static int lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
    }
}
