package org.postlotse.evidence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line feeds eight bytes at a time. */
final class LineFeed {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FEEDS = 0x0a0a0a0a0a0a0a0aL;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private LineFeed() {}

    /** The first line feed in a part; {@code to} where there is none. */
    static int next(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long differing = (long) EIGHT.get(bytes, i) ^ FEEDS;
            long zero = (differing - ONES) & ~differing & TOPS; // a byte's top bit is set where it was a line feed
            if (zero != 0) return i + (Long.numberOfTrailingZeros(zero) >>> 3);
        }
        while (i < to && bytes[i] != '\n') i++;
        return i;
    }
}
