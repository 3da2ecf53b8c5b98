package org.postlotse.evidence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for bytes and hashes them, eight at a time. */
final class Octets {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int STEP = Long.BYTES;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private Octets() {}

    /** Eight bytes from an index on, the first one the least. */
    static long eight(byte[] bytes, int at) {
        return (long) EIGHT.get(bytes, at);
    }

    /** The first of a byte in a part; {@code to} where there is none. */
    static int next(byte[] bytes, byte wanted, int from, int to) {
        long all = ONES * (wanted & 0xff);
        int i = from;
        for (; i + STEP <= to; i += STEP) {
            long found = zeros(eight(bytes, i) ^ all);
            if (found != 0) return i + (Long.numberOfTrailingZeros(found) >>> 3);
        }
        while (i < to && bytes[i] != wanted) i++;
        return Math.max(i, from);
    }

    /** The last of a byte in a part; −1 where there is none. */
    static int last(byte[] bytes, byte wanted, int from, int to) {
        long all = ONES * (wanted & 0xff);
        int i = to;
        for (; i - STEP >= from; i -= STEP) {
            // only the lowest mark is certain: a borrow may mark a byte above it that is one greater
            if (zeros(eight(bytes, i - STEP) ^ all) == 0) continue;
            for (int at = i - 1; at >= i - STEP; at--) if (bytes[at] == wanted) return at;
        }
        while (--i >= from) if (bytes[i] == wanted) return i;
        return -1;
    }

    /** Where a byte is zero, its top bit is set; above the lowest one there may be wrong ones. */
    private static long zeros(long word) {
        return (word - ONES) & ~word & TOPS;
    }

    /** Whether these bytes stand at an index; the part behind it must be as long. */
    static boolean stand(byte[] bytes, int at, byte[] wanted) {
        int i = 0;
        for (; i + STEP <= wanted.length; i += STEP) if (eight(bytes, at + i) != eight(wanted, i)) return false;
        for (; i < wanted.length; i++) if (bytes[at + i] != wanted[i]) return false;
        return true;
    }

    /** The same number for the same bytes. */
    static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + STEP <= to; i += STEP) hash = mixed(hash, eight(bytes, i));
        if (i == to) return hash;
        long rest = 0;
        for (; i < to; i++) rest = rest << 8 | bytes[i] & 0xff;
        return mixed(hash, rest);
    }

    private static long mixed(long hash, long word) {
        long product = (hash ^ word) * MIX;
        return product ^ product >>> 29;
    }
}
