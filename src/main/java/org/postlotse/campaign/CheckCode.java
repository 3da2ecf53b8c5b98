package org.postlotse.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a letter says about itself, so that people find it again in webmail and can type it at the short address. None of its
 * letters looks like another: there is no 0, O, 1, I, L or U. 30⁸ codes, and 600 wrong ones in half an hour from anywhere:
 * whoever wants any one of 100,000 has an even chance after more than half a year.
 *
 * @param letters eight of the alphabet
 */
public record CheckCode(String letters) {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    public CheckCode {
        if (!fits(letters)) throw new IllegalArgumentException("no check code");
    }

    static CheckCode fresh(RandomGenerator random) {
        return new CheckCode(random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString());
    }

    /** Reads what somebody typed, in small letters, with blanks and hyphens where they like. Empty when it is no code. */
    public static Optional<CheckCode> read(String typed) {
        var letters = typed.replaceAll("[\\s\\p{Z}\\p{Pd}\\u00AD.]", "").toUpperCase(Locale.ROOT);
        return fits(letters) ? Optional.of(new CheckCode(letters)) : Optional.empty();
    }

    private static boolean fits(String letters) {
        return letters.length() == LENGTH && letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    }

    /** In two groups, as people read numbers aloud: {@code 7F4K-2QMD}. */
    public String display() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    /** Not the code: a log must not lead to a mailbox. */
    @Override
    public String toString() {
        return letters.substring(0, 2) + "…";
    }
}
