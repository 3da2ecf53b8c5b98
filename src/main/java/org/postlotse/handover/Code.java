package org.postlotse.handover;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Six letters and digits that people read from one screen and type at another. None of them looks like another: there is
 * no 0, O, 1, I, L or U.
 *
 * @param letters six of {@link #ALPHABET}
 */
public record Code(String letters) {
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    static final int LENGTH = 6;

    public Code {
        if (letters.length() != LENGTH || !letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0))
            throw new IllegalArgumentException("no code");
    }

    static Code fresh(RandomGenerator random) {
        return new Code(random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString());
    }

    /** Reads what somebody typed, in small letters, with blanks and hyphens where they like. Empty when it is no code. */
    public static Optional<Code> read(String typed) {
        var letters = typed.replaceAll("[\\s\\p{Z}\\p{Pd}\\u00AD.]", "").toUpperCase(Locale.ROOT);
        return letters.length() == LENGTH && letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                ? Optional.of(new Code(letters))
                : Optional.empty();
    }

    /** In two groups, as people read numbers aloud: {@code 7F4-2QM}. */
    public String display() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    /** SHA-256 in hexadecimal digits, 64 of them. Half an hour and a sealed text need no more. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
