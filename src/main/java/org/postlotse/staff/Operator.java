package org.postlotse.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Somebody who works at the desk.
 *
 * @param name as typed at the log-in, lower case
 * @param role what he or she may do
 * @param password as a hash
 */
public record Operator(String name, Role role, PasswordHash password) {
    /** Changes whenever the password or the role does: sessions that were begun before end then. */
    public String version() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(password.encoded().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(role.key().getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
