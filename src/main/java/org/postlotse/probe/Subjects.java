package org.postlotse.probe;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whom attempts are counted for, as keyed digests (HMAC-SHA-256, RFC 2104): a plain digest of an address would be undone
 * by trying all addresses.
 */
final class Subjects {
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    Subjects(byte[] key) {
        this.key = new SecretKeySpec(key, MAC);
    }

    /** 64 hexadecimal digits. */
    String of(Scope scope, Attempt attempt) {
        return digest(
                scope,
                switch (scope) {
                    case MAILBOX -> bytes(attempt.mailbox().normalised());
                    case NETWORK -> line(attempt.network());
                    case DOMAIN -> bytes(attempt.mailbox().domain().name());
                    case TOTAL -> new byte[0];
                });
    }

    /** An IPv4 address, or the /64 of an IPv6 address: what one customer line has. */
    private static byte[] line(InetAddress address) {
        return address instanceof Inet6Address ? Arrays.copyOf(address.getAddress(), 8) : address.getAddress();
    }

    private String digest(Scope scope, byte[] subject) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(bytes("postlotse throttle " + scope.key()));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(subject));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
