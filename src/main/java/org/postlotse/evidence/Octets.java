package org.postlotse.evidence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for bytes and hashes them, eight at a time. */
final class Octets {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int STEP = Long.BYTES;
    private static final int HALF = Integer.BYTES;
    private static final int STRIDE = 4 * STEP;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long ZEROS = ONES * '0';
    private static final long SIXES = ONES * 6;
    private static final long HIGH_HALVES = 0xF0F0F0F0F0F0F0F0L;

    private Octets() {}

    /** Eight bytes from an index on, the first one the least. */
    static long eight(byte[] bytes, int at) {
        return (long) EIGHT.get(bytes, at);
    }

    private static int four(byte[] bytes, int at) {
        return (int) FOUR.get(bytes, at);
    }

    /** The first of a byte in a part; {@code to} where there is none. */
    static int next(byte[] bytes, byte wanted, int from, int to) {
        long all = ONES * (wanted & 0xff);
        int i = from;
        for (; i + STRIDE <= to; i += STRIDE) {
            long one = zeros(eight(bytes, i) ^ all);
            long two = zeros(eight(bytes, i + STEP) ^ all);
            long three = zeros(eight(bytes, i + 2 * STEP) ^ all);
            long four = zeros(eight(bytes, i + 3 * STEP) ^ all);
            if ((one | two | three | four) != 0) break;
        }
        return near(bytes, wanted, i, to);
    }

    /** The same, faster where it stands within the next few bytes. */
    static int near(byte[] bytes, byte wanted, int from, int to) {
        long all = ONES * (wanted & 0xff);
        int i = from;
        for (; i + STEP <= to; i += STEP) {
            long found = zeros(eight(bytes, i) ^ all);
            if (found != 0) return i + first(found);
        }
        if (to - from >= STEP) { // the last eight bytes: those of them that were looked at are none
            long found = zeros(eight(bytes, to - STEP) ^ all);
            return found == 0 ? to : to - STEP + first(found);
        }
        while (i < to && bytes[i] != wanted) i++;
        return Math.max(i, from);
    }

    /** How many bytes stand before the one whose mark is the lowest. */
    private static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
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

    /** The first of any of three bytes in a part; {@code to} where there is none. */
    static int nextOf(byte[] bytes, long first, long second, long third, int from, int to) {
        int i = from;
        for (; i + STEP <= to; i += STEP) {
            long word = eight(bytes, i);
            long found = zeros(word ^ first) | zeros(word ^ second) | zeros(word ^ third);
            if (found != 0) return i + first(found);
        }
        for (; i < to; i++)
            if (bytes[i] == (byte) first || bytes[i] == (byte) second || bytes[i] == (byte) third) return i;
        return Math.max(i, from);
    }

    /** Eight times the same byte, to look for it. */
    static long all(char letter) {
        return ONES * (letter & 0xff);
    }

    /** A decimal number; −1 where there is none, or one above 2³¹−1. */
    static int number(byte[] bytes, int from, int to) {
        if (from >= to || to - from > 10) return -1;
        if (to - from <= STEP && from + STEP <= bytes.length) return number(eight(bytes, from), to - from);
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number <= Integer.MAX_VALUE ? (int) number : -1;
    }

    /** Up to eight digits at once; what stands behind them does not matter. */
    private static int number(long word, int digits) {
        long filled = digits == STEP ? word : word << (STEP - digits << 3) | ZEROS >>> (digits << 3);
        long values = filled ^ ZEROS;
        if (((values | values + SIXES) & HIGH_HALVES) != 0) return -1;
        // neighbours become pairs, pairs fours, and those the number
        values = values * (10L << 8 | 1) >>> 8;
        values = (values & 0x00FF00FF00FF00FFL) * (100L << 16 | 1) >>> 16;
        return (int) ((values & 0x0000FFFF0000FFFFL) * (10_000L << 32 | 1) >>> 32);
    }

    /** Where a byte is zero, its top bit is set; above the lowest one there may be wrong ones. */
    private static long zeros(long word) {
        return (word - ONES) & ~word & TOPS;
    }

    /** Whether these bytes stand at an index; the part behind it must be as long. */
    static boolean stand(byte[] bytes, int at, byte[] wanted) {
        int length = wanted.length;
        int i = 0;
        for (; i + STEP <= length; i += STEP) if (eight(bytes, at + i) != eight(wanted, i)) return false;
        if (length >= STEP) return eight(bytes, at + length - STEP) == eight(wanted, length - STEP);
        if (length >= HALF)
            return four(bytes, at) == four(wanted, 0) && four(bytes, at + length - HALF) == four(wanted, length - HALF);
        for (; i < length; i++) if (bytes[at + i] != wanted[i]) return false;
        return true;
    }

    /** Eight bytes before an end, or the fewer that there are from a beginning on. */
    static long tail(byte[] bytes, int from, int to) {
        if (to - from >= STEP) return eight(bytes, to - STEP);
        long rest = 0;
        for (int i = from; i < to; i++) rest = rest << 8 | bytes[i] & 0xff;
        return rest;
    }

    /** A number of these bytes, the same wherever they stand. */
    static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        for (int i = from; i + STEP <= to; i += STEP) hash = mixed(hash ^ eight(bytes, i), MIX);
        return mixed(hash ^ tail(bytes, from, to), MIX);
    }

    /** One of so many places, a power of two. */
    static int place(long number, int places) {
        return (int) (number * MIX >>> Long.SIZE - Integer.numberOfTrailingZeros(places));
    }

    /** Both halves of the product, one upon the other. */
    static long mixed(long one, long other) {
        return one * other ^ Math.unsignedMultiplyHigh(one, other);
    }
}
