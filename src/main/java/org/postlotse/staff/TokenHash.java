package org.postlotse.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A machine's token as it may stand in a file: its SHA-256. Tokens are 256 random bits, which nobody guesses. */
public final class TokenHash {
    /** Begins every token, so that one that leaked is recognised by whoever finds it. */
    private static final String MARK = "postlotse_";

    private static final int BYTES = 32;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] digest;

    private TokenHash(byte[] digest) {
        this.digest = digest;
    }

    /** A fresh token, to be shown once. */
    public static String fresh(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static TokenHash of(String token) {
        try {
            return new TokenHash(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Reads 64 hexadecimal digits. */
    static Optional<TokenHash> parse(String text) {
        var hex = text.strip();
        return HEX.matcher(hex).matches()
                ? Optional.of(new TokenHash(HexFormat.of().parseHex(hex)))
                : Optional.empty();
    }

    /** Whether both are of one token; takes as long for different ones. */
    boolean same(TokenHash other) {
        return MessageDigest.isEqual(digest, other.digest);
    }

    /** For the configuration. */
    public String encoded() {
        return HexFormat.of().formatHex(digest);
    }

    @Override
    public String toString() {
        return "sha256:…";
    }
}
