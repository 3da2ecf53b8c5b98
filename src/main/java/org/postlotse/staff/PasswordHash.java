package org.postlotse.staff;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it may stand in a file: Argon2id (RFC 9106) in the spelling of the reference program,
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. It does not print.
 */
public final class PasswordHash {
    /** The least and the usual cost: OWASP's first choice, 19 MiB and two passes, a few dozen milliseconds. */
    private static final Cost USUAL = new Cost(19_456, 2, 1);
    /** The most that is believed of a file; beyond it each attempt would be a burden for the server. */
    private static final Cost MOST = new Cost(1 << 18, 16, 8);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern SPELLING =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})"
                    + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    /** KiB of memory, passes over it, lanes. */
    private record Cost(int memory, int passes, int lanes) {
        boolean within(Cost most) {
            return memory >= 8 * lanes
                    && memory <= most.memory
                    && passes >= 1
                    && passes <= most.passes
                    && lanes >= 1
                    && lanes <= most.lanes;
        }

        /** RFC 9106 §4 counts memory times passes; whoever takes less memory has to take more passes. */
        boolean asDearAs(Cost least) {
            return (long) memory * passes >= (long) least.memory * least.passes;
        }
    }

    /** Hashes a password with a fresh salt; the caller wipes the password. */
    public static PasswordHash of(char[] password, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(USUAL, salt, compute(password, USUAL, salt, HASH_BYTES));
    }

    /** What no password has: for names that nobody has. */
    static PasswordHash ofNobody(SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        var hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return new PasswordHash(USUAL, salt, hash);
    }

    /** Reads what {@link #encoded()} or the reference program wrote. Empty when it is no such hash, or a cheap one. */
    public static Optional<PasswordHash> parse(String text) {
        var match = SPELLING.matcher(text.strip());
        if (!match.matches()) return Optional.empty();
        var cost = new Cost(number(match.group(1)), number(match.group(2)), number(match.group(3)));
        if (!cost.within(MOST) || !cost.asDearAs(USUAL)) return Optional.empty();
        try {
            return Optional.of(new PasswordHash(
                    cost,
                    Base64.getDecoder().decode(match.group(4)),
                    Base64.getDecoder().decode(match.group(5))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether this is the password; takes as long for a wrong one as for the right one. The caller wipes it. */
    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, compute(password, cost, salt, hash.length));
    }

    /** For the configuration. */
    public String encoded() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory + ",t=" + cost.passes + ",p=" + cost.lanes + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    @Override
    public String toString() {
        return "$argon2id$…";
    }

    private static byte[] compute(char[] password, Cost cost, byte[] salt, int length) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build());
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        var bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        var hash = new byte[length];
        try {
            argon2.generateBytes(bytes, hash);
            return hash;
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
