package org.postlotse.evidence;

import java.nio.charset.StandardCharsets;

/** Fixed words of logs as the bytes that they are. */
public final class Ascii {
    private Ascii() {}

    public static byte[] of(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
