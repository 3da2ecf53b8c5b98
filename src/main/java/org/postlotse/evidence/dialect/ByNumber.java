package org.postlotse.evidence.dialect;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known by a number, such as a process': a map that makes no objects of its own. */
final class ByNumber<V> {
    private static final int FEW = 64;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] numbers = new long[FEW];
    private @Nullable Object[] values = new Object[FEW];
    private int size;

    @Nullable
    V get(long number) {
        return value(place(number));
    }

    /** @return what was there before */
    @Nullable
    V put(long number, V value) {
        int at = place(number);
        var former = value(at);
        numbers[at] = number;
        values[at] = value;
        if (former == null && ++size > values.length / 2) grow();
        return former;
    }

    @Nullable
    V remove(long number) {
        int at = place(number);
        var removed = value(at);
        if (removed == null) return null;
        size--;
        values[at] = null;
        closeUp(at);
        return removed;
    }

    Stream<V> values() {
        return Arrays.stream(values).filter(Objects::nonNull).map(this::cast);
    }

    void clear() {
        Arrays.fill(values, null);
        size = 0;
    }

    /** Where it is, or would be. */
    private int place(long number) {
        int at = home(number);
        while (values[at] != null && numbers[at] != number) at = next(at);
        return at;
    }

    private int home(long number) {
        return (int) (number * MIX >>> 32) & values.length - 1;
    }

    private int next(int at) {
        return at + 1 & values.length - 1;
    }

    /** Whoever stands behind a gap and belongs before it moves there, or nobody would find him. */
    private void closeUp(int gap) {
        for (int at = next(gap); values[at] != null; at = next(at)) {
            int home = home(numbers[at]);
            boolean reached = gap <= at ? home > gap && home <= at : home > gap || home <= at;
            if (reached) continue;
            numbers[gap] = numbers[at];
            values[gap] = values[at];
            values[at] = null;
            gap = at;
        }
    }

    private void grow() {
        var formerNumbers = numbers;
        var formerValues = values;
        numbers = new long[formerNumbers.length * 2];
        values = new Object[numbers.length];
        for (int i = 0; i < formerValues.length; i++) {
            if (formerValues[i] == null) continue;
            int at = place(formerNumbers[i]);
            numbers[at] = formerNumbers[i];
            values[at] = formerValues[i];
        }
    }

    private @Nullable V value(int at) {
        var value = values[at];
        return value == null ? null : cast(value);
    }

    @SuppressWarnings("unchecked") // put() puts nothing else there
    private V cast(Object value) {
        return (V) value;
    }
}
