package org.postlotse.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Words that come again and again, each made once: a table of fixed size in which the newest wins. */
final class Words {
    private static final int SIZE = 1 << 15;
    private static final int LONGEST = 96;

    private final byte[][] spellings = new byte[SIZE][];
    private final String[] words = new String[SIZE];

    String of(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        long hash = Octets.hash(bytes, from, to);
        int slot = (int) (hash ^ hash >>> 32) & SIZE - 1;
        var known = spellings[slot];
        if (known != null && Arrays.equals(known, 0, known.length, bytes, from, to)) return words[slot];
        spellings[slot] = Arrays.copyOfRange(bytes, from, to);
        words[slot] = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return words[slot];
    }
}
