package org.postlotse.evidence;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What was made of bytes that come again and again, so that it is made once: of the newest few ten thousand. What is other
 * each time, such as a process' number, is left out of the spelling by whoever adds its parts.
 *
 * <p>Memory is what this costs, so spellings are not kept, but 128 bits of each, mixed with numbers that nobody outside knows
 * and that are others in each process: that two of a billion spellings are ever taken for each other has a chance of one in
 * 10²⁰, and nobody can look for such a pair.
 */
public final class Spellings<T> {
    private static final int MOST = 1 << 16;
    private static final int FEW = 1 << 6;
    /** So many keys fill one line of the processor's cache: memory is asked once. */
    private static final int WAYS = 4;

    private static final int KEY = 2;
    private static final int LONGEST = 512;

    private final byte[] parts = new byte[LONGEST];
    private final long left;
    private final long right;
    private int length;
    private long key;
    private long high;
    private long low;
    private long[] keys = new long[FEW * KEY];
    private @Nullable Object[] values = new Object[FEW];
    private int learnt;

    public Spellings() {
        var random = new SecureRandom();
        left = random.nextLong() | 1;
        right = random.nextLong() | 1;
    }

    /** Begins to spell. */
    public void begin() {
        begin(0);
    }

    /** Begins to spell; with another key, the same bytes are another spelling. */
    public void begin(long key) {
        length = 0;
        this.key = key;
    }

    /** Adds a part of a line. */
    public void add(Entry entry, int from, int to) {
        if (to <= from) return;
        int end = length + to - from;
        if (end <= LONGEST) System.arraycopy(entry.bytes, from, parts, length, to - from);
        length = end;
    }

    /** What was made of what was spelt; null where that is not known. */
    public @Nullable T known() {
        return length > LONGEST ? null : spelt(parts, 0, length);
    }

    /** What was made of this part of a line alone; null where that is not known. */
    public @Nullable T known(Entry entry, int from, int to, long key) {
        this.key = key;
        return spelt(entry.bytes, from, to);
    }

    /** What was made of these bytes alone; null where that is not known. */
    @Nullable
    T known(byte[] bytes, int from, int to) {
        key = 0;
        return spelt(bytes, from, to);
    }

    private @Nullable T spelt(byte[] bytes, int from, int to) {
        digest(bytes, from, to);
        int first = set(low);
        for (int i = first; i < first + WAYS; i++) {
            var value = values[i];
            if (keys[i * KEY] == high && keys[i * KEY + 1] == low && value != null) return made(value);
        }
        return null;
    }

    private void digest(byte[] bytes, int from, int to) {
        length = to - from;
        long one = left + length ^ key;
        long other = right + length ^ key;
        for (int i = from; i + Long.BYTES <= to; i += Long.BYTES) {
            long eight = Octets.eight(bytes, i);
            one = Octets.mixed(one ^ eight, left);
            other = Octets.mixed(other ^ eight, right);
        }
        long tail = Octets.tail(bytes, from, to);
        high = Octets.mixed(one ^ tail, left);
        low = Octets.mixed(other ^ tail, right);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // learn() puts nothing else there
    private T made(Object value) {
        return (T) value;
    }

    /** Remembers what was made of what was spelt and not known. */
    public T learn(T made) {
        if (length > LONGEST) return made;
        if (++learnt > values.length / 2 && values.length < MOST) grow();
        int first = set(low);
        int others = WAYS - 1; // the eldest goes
        System.arraycopy(keys, first * KEY, keys, (first + 1) * KEY, others * KEY);
        System.arraycopy(values, first, values, first + 1, others);
        put(first, high, low, made);
        return made;
    }

    private void put(int at, long high, long low, Object value) {
        keys[at * KEY] = high;
        keys[at * KEY + 1] = low;
        values[at] = value;
    }

    /** A set's spellings go to two of its size: no set overflows. */
    private void grow() {
        var formerKeys = keys;
        var formerValues = values;
        keys = new long[formerKeys.length * 2];
        values = new Object[formerValues.length * 2];
        for (int i = 0; i < formerValues.length; i++) {
            var value = formerValues[i];
            if (value == null) continue;
            int at = set(formerKeys[i * KEY + 1]);
            while (values[at] != null) at++;
            put(at, formerKeys[i * KEY], formerKeys[i * KEY + 1], value);
        }
    }

    private int set(long low) {
        return (int) low & values.length - WAYS;
    }
}
