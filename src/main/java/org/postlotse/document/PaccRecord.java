package org.postlotse.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The TXT record at {@code _ua-auto-config.DOMAIN} by which programs tell that a domain's configuration is its own
 * (draft-ietf-mailmaint-pacc-03). It speaks of the very bytes that are served: those that the format {@code pacc}
 * answers at {@code ua-auto-config.DOMAIN}.
 */
public final class PaccRecord {
    private PaccRecord() {}

    /** The record's value, without quotes; fits into one character-string (RFC 1035 §3.3). */
    public static String value(byte[] served) {
        return "v=UAAC1; a=sha256; d=" + Base64.getEncoder().encodeToString(sha256(served));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
