package org.postlotse.evidence;

import java.nio.charset.StandardCharsets;

/** Words that come again and again, each made once. */
final class Words {
    private final Spellings<String> known = new Spellings<>();

    String of(byte[] bytes, int from, int to) {
        var word = known.known(bytes, from, to);
        return word != null ? word : known.learn(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }
}
