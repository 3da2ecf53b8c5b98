package org.postlotse.catalogue;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One way to bring a name that was typed into the form in which DNS compares it, and back for people's eyes. */
final class DnsName {
    private static final int LONGEST = 512;
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final String PREFIX = "xn--";
    /** RFC 3490 §3.1: the dots of other scripts are dots, too. */
    private static final Pattern DOTS = Pattern.compile("[.\u3002\uFF0E\uFF61]");
    // Two letters that are letters of their own since IDNA 2008 (RFC 5892 §2.6): straße.example is another domain than
    // strasse.example. Registries (DENIC from 2010) and browsers go by it; the JDK (25) knows IDNA 2003 only.
    private static final Pattern OWN_LETTER = Pattern.compile("[\u00DF\u1E9E\u03C2]");
    private static final Pattern LABEL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?");

    private DnsName() {}

    static Optional<String> aLabels(String text) {
        var name = text.strip();
        if (name.endsWith(".")) name = name.substring(0, name.length() - 1);
        if (name.isEmpty() || name.length() > LONGEST) return Optional.empty();
        if (inALabels(name)) return Optional.of(name); // mostly
        try {
            return Optional.of(
                    OWN_LETTER.matcher(name).find()
                            ? Arrays.stream(DOTS.split(name, -1))
                                    .map(DnsName::aLabel)
                                    .collect(Collectors.joining("."))
                            : byTheJdk(name));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    /** Whether it is a host's name (RFC 1123 §2.1) in A-labels and small letters, and no IPv4 address. */
    static boolean hostName(String name) {
        return name.length() <= LONGEST_NAME && inALabels(name) && !number(name, name.lastIndexOf('.') + 1);
    }

    /** Whether all labels are 1 to 63 small letters, digits and inner hyphens. */
    private static boolean inALabels(String name) {
        int begin = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : '.';
            boolean edge = i == begin || i + 1 >= name.length() || name.charAt(i + 1) == '.';
            if (c == '.') {
                if (i == begin || i - begin > LONGEST_LABEL) return false;
                begin = i + 1;
            } else if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && !edge)) return false;
        }
        return true;
    }

    /** Whether there is no letter from here on. */
    private static boolean number(String name, int begin) {
        for (int i = begin; i < name.length(); i++) if (name.charAt(i) >= 'a') return false;
        return true;
    }

    private static String aLabel(String label) {
        return OWN_LETTER.matcher(label).find() ? PREFIX + Punycode.encoded(prepared(label)) : byTheJdk(label);
    }

    private static String byTheJdk(String name) {
        // RFC 3490; these rules refuse underscores and blanks
        return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES | IDN.ALLOW_UNASSIGNED)
                .toLowerCase(Locale.ROOT);
    }

    /** As UTS #46 does without transition: each letter small by itself, and composed. */
    private static String prepared(String label) {
        var small = label.codePoints()
                .map(Character::toLowerCase) // of the whole text a Σ at its end would become ς
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var composed = Normalizer.normalize(small, Normalizer.Form.NFKC);
        if (composed.length() > LONGEST_LABEL || !LABEL.matcher(composed).matches())
            throw new IllegalArgumentException("not a label");
        return composed;
    }

    /** Umlauts instead of A-labels; a label that nobody would have encoded so stays as it is. */
    static String unicode(String aLabels) {
        return Arrays.stream(aLabels.split("\\."))
                .map(label -> label.startsWith(PREFIX) ? uLabel(label) : label)
                .collect(Collectors.joining("."));
    }

    private static String uLabel(String label) {
        return Punycode.decoded(label.substring(PREFIX.length()))
                .filter(letters -> aLabels(letters).filter(label::equals).isPresent())
                .orElse(label);
    }
}
