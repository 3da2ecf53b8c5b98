package org.postlotse.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a mailbox. Two addresses are the same mailbox when {@link #normalised()} is equal: hosters compare
 * without case.
 *
 * @param localPart as typed, 1 to 64 characters: a dot-atom (RFC 5322 §3.2.3), letters beyond ASCII allowed (RFC 6531)
 * @param domain the part after the at sign
 */
public record EmailAddress(String localPart, Domain domain) {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATEXT_SIGNS = "!#$%&'*+/=?^_`{|}~-";
    private static final int LETTERS_MARKS_NUMBERS = bits(
            Character.UPPERCASE_LETTER,
            Character.LOWERCASE_LETTER,
            Character.TITLECASE_LETTER,
            Character.MODIFIER_LETTER,
            Character.OTHER_LETTER,
            Character.NON_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.DECIMAL_DIGIT_NUMBER,
            Character.LETTER_NUMBER,
            Character.OTHER_NUMBER);

    public EmailAddress {
        if (!dotAtom(localPart)) throw new IllegalArgumentException("not a local part");
    }

    /** Reads an address with blanks around it and a domain in any spelling. Empty when it is none. */
    public static Optional<EmailAddress> parse(String text) {
        var address = text.strip();
        int at = address.lastIndexOf('@');
        if (at < 1 || !dotAtom(address.substring(0, at))) return Optional.empty();
        return Domain.parse(address.substring(at + 1))
                .map(domain -> new EmailAddress(address.substring(0, at), domain));
    }

    private static boolean dotAtom(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST_LOCAL_PART) return false;
        int before = '.';
        for (int i = 0; i < text.length(); i += Character.charCount(before)) {
            int c = text.codePointAt(i);
            if (c == '.' ? before == '.' : !atext(c)) return false;
            before = c;
        }
        return before != '.';
    }

    private static boolean atext(int c) {
        return (LETTERS_MARKS_NUMBERS >> Character.getType(c) & 1) != 0 || ATEXT_SIGNS.indexOf(c) >= 0;
    }

    private static int bits(byte... types) {
        int bits = 0;
        for (byte type : types) bits |= 1 << type;
        return bits;
    }

    /** The mailbox's one spelling: lower case, domain in A-labels. */
    public String normalised() {
        return localPart.toLowerCase(Locale.ROOT) + "@" + domain.name();
    }

    /** How the hoster's records may have it: lower case, the domain in A-labels, then with its umlauts where it has some. */
    public List<String> spellings() {
        var umlauts = localPart.toLowerCase(Locale.ROOT) + "@" + domain.unicode();
        return umlauts.equals(normalised()) ? List.of(umlauts) : List.of(normalised(), umlauts);
    }

    /** For people's eyes: umlauts in the domain. */
    public String display() {
        return localPart + "@" + domain.unicode();
    }

    /** For logs and for strangers' eyes: {@code er…@example.org}; of a short local part one character stays. */
    public String masked() {
        int shown = localPart.codePointCount(0, localPart.length()) > 3 ? 2 : 1;
        return localPart.substring(0, localPart.offsetByCodePoints(0, shown)) + "…@" + domain.unicode();
    }

    /** Masked: an address that slips into a log line by itself must not be whole. */
    @Override
    public String toString() {
        return masked();
    }
}
