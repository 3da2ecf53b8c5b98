package org.postlotse.catalogue;

import java.util.Optional;

/** One label's letters beyond ASCII, spelt in ASCII and back (RFC 3492); without the {@code xn--} before it. */
final class Punycode {
    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_LETTER = 0x80;
    /** More than any label has; keeps every number below within its bounds. */
    private static final int LONGEST = 255;

    private Punycode() {}

    /** @throws IllegalArgumentException when there is more than a label could ever hold */
    static String encoded(String label) {
        var letters = label.codePoints().toArray();
        if (letters.length > LONGEST) throw new IllegalArgumentException("longer than any label");
        var out = new StringBuilder();
        for (int letter : letters) if (letter < FIRST_LETTER) out.append((char) letter);
        int basic = out.length();
        if (basic > 0) out.append('-');
        int done = basic;
        int bias = FIRST_BIAS;
        int next = FIRST_LETTER;
        int delta = 0;
        while (done < letters.length) {
            int smallest = Character.MAX_CODE_POINT;
            for (int letter : letters) if (letter >= next && letter < smallest) smallest = letter;
            delta += (smallest - next) * (done + 1);
            next = smallest;
            for (int letter : letters) {
                if (letter < next) delta++;
                if (letter != next) continue;
                append(out, delta, bias);
                bias = adapted(delta, done + 1, done == basic);
                delta = 0;
                done++;
            }
            delta++;
            next++;
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int delta, int bias) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = Math.clamp(k - bias, LEAST, MOST);
            if (rest < threshold) break;
            out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
        out.append(digit(rest));
    }

    /** Empty when it is nobody's encoding. */
    static Optional<String> decoded(String ascii) {
        if (ascii.length() > LONGEST || !ascii.chars().allMatch(letter -> letter < FIRST_LETTER))
            return Optional.empty();
        int dash = ascii.lastIndexOf('-');
        var out = new StringBuilder(dash > 0 ? ascii.substring(0, dash) : "");
        int done = out.length();
        int bias = FIRST_BIAS;
        long letter = FIRST_LETTER;
        long at = 0;
        for (int i = dash > 0 ? dash + 1 : 0; i < ascii.length(); ) {
            long before = at;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = i < ascii.length() ? Character.digit(ascii.charAt(i++), BASE) : -1;
                if (digit < 0) return Optional.empty();
                int value = digit < 10 ? digit + 26 : digit - 10; // a to z, then 0 to 9
                at += value * weight;
                int threshold = Math.clamp(k - bias, LEAST, MOST);
                if (at > Integer.MAX_VALUE) return Optional.empty();
                if (value < threshold) break;
                weight *= BASE - threshold;
            }
            done++;
            bias = adapted((int) (at - before), done, before == 0);
            letter += at / done;
            at %= done;
            if (letter > Character.MAX_CODE_POINT) return Optional.empty();
            out.insert(out.offsetByCodePoints(0, (int) at), Character.toChars((int) letter));
            at++;
        }
        return Optional.of(out.toString());
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    /** RFC 3492 §6.1. */
    private static int adapted(int delta, int letters, boolean first) {
        int left = first ? delta / DAMP : delta / 2;
        left += left / letters;
        int k = 0;
        for (; left > (BASE - LEAST) * MOST / 2; k += BASE) left /= BASE - LEAST;
        return k + (BASE - LEAST + 1) * left / (left + SKEW);
    }
}
