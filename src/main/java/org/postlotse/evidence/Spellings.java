package org.postlotse.evidence;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What was made of bytes that come again and again, so that it is made once: of the newest few ten thousand. What is other
 * each time, such as a process' number, is left out of the spelling by whoever adds its parts.
 *
 * <p>Memory is what this costs, so spellings are not kept, but 64 bits of each, mixed with numbers that nobody outside knows
 * and that are others in each process: that one of a billion spellings is ever taken for another has a chance of two in ten
 * billion, and nobody can look for such a pair.
 */
public final class Spellings<T> {
    private static final int MOST = 1 << 16;
    private static final int FEW = 1 << 6;
    /** So many keys stand side by side: memory is asked once. */
    private static final int WAYS = 4;

    private static final int EIGHT = Long.BYTES;

    private final long left;
    private final long right;
    /** What was spelt so far, in two halves that the processor reckons side by side. */
    private long one;

    private long other;
    private long spelt;
    private long[] keys = new long[FEW];
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

    /** Begins to spell; with another key, the same parts are another spelling. */
    public void begin(long key) {
        one = left;
        other = right ^ key;
    }

    /** Adds a part of a line. */
    public void add(Entry entry, int from, int to) {
        add(entry.bytes, from, to);
    }

    /** Adds what a line says in numbers that are other each time. */
    public void add(boolean said) {
        other = Octets.mixed(other ^ (said ? 1 : 2), right);
    }

    private void add(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 2 * EIGHT <= to; i += 2 * EIGHT) {
            one = Octets.mixed(one ^ Octets.eight(bytes, i), left);
            other = Octets.mixed(other ^ Octets.eight(bytes, i + EIGHT), right);
        }
        if (i + EIGHT <= to) one = Octets.mixed(one ^ Octets.eight(bytes, i), left);
        one = Octets.mixed(one ^ Octets.tail(bytes, from, to), left);
        other = Octets.mixed(other ^ to - from, right);
    }

    /** What was made of what was spelt; null where that is not known. */
    public @Nullable T known() {
        spelt = Octets.mixed(one ^ right, other ^ left);
        int first = set(spelt);
        for (int i = first; i < first + WAYS; i++) {
            var value = values[i];
            if (keys[i] == spelt && value != null) return made(value);
        }
        return null;
    }

    /** What was made of this part of a line alone; null where that is not known. */
    public @Nullable T known(Entry entry, int from, int to, long key) {
        begin(key);
        add(entry.bytes, from, to);
        return known();
    }

    /** What was made of these bytes alone; null where that is not known. */
    @Nullable
    T known(byte[] bytes, int from, int to) {
        begin();
        add(bytes, from, to);
        return known();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // learn() puts nothing else there
    private T made(Object value) {
        return (T) value;
    }

    /** Remembers what was made of what was spelt and not known. */
    public T learn(T made) {
        if (++learnt > values.length / 2 && values.length < MOST) grow();
        int first = set(spelt);
        int others = WAYS - 1; // the eldest goes
        System.arraycopy(keys, first, keys, first + 1, others);
        System.arraycopy(values, first, values, first + 1, others);
        keys[first] = spelt;
        values[first] = made;
        return made;
    }

    /** A set's spellings go to two of its size: no set overflows. */
    private void grow() {
        var formerKeys = keys;
        var formerValues = values;
        keys = new long[formerKeys.length * 2];
        values = new Object[formerValues.length * 2];
        for (int i = 0; i < formerValues.length; i++) {
            if (formerValues[i] == null) continue;
            int at = set(formerKeys[i]);
            while (values[at] != null) at++;
            keys[at] = formerKeys[i];
            values[at] = formerValues[i];
        }
    }

    private int set(long key) {
        return (int) key & values.length - WAYS;
    }
}
