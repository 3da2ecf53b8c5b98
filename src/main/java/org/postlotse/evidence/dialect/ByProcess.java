package org.postlotse.evidence.dialect;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of each process, by a number: a map that makes no objects of its own. */
final class ByProcess<V> {
    private static final int FEW = 64;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] processes = new long[FEW];
    private @Nullable Object[] values = new Object[FEW];
    private int size;

    @Nullable
    V get(long process) {
        return value(place(process));
    }

    /** @return what was there before */
    @Nullable
    V put(long process, V value) {
        int at = place(process);
        var former = value(at);
        processes[at] = process;
        values[at] = value;
        if (former == null && ++size > values.length / 2) grow();
        return former;
    }

    @Nullable
    V remove(long process) {
        int at = place(process);
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
    private int place(long process) {
        int at = home(process);
        while (values[at] != null && processes[at] != process) at = next(at);
        return at;
    }

    private int home(long process) {
        return (int) (process * MIX >>> 32) & values.length - 1;
    }

    private int next(int at) {
        return at + 1 & values.length - 1;
    }

    /** Whoever stands behind a gap and belongs before it moves there, or nobody would find him. */
    private void closeUp(int gap) {
        for (int at = next(gap); values[at] != null; at = next(at)) {
            int home = home(processes[at]);
            boolean reached = gap <= at ? home > gap && home <= at : home > gap || home <= at;
            if (reached) continue;
            processes[gap] = processes[at];
            values[gap] = values[at];
            values[at] = null;
            gap = at;
        }
    }

    private void grow() {
        var formerProcesses = processes;
        var formerValues = values;
        processes = new long[formerProcesses.length * 2];
        values = new Object[processes.length];
        for (int i = 0; i < formerValues.length; i++) {
            if (formerValues[i] == null) continue;
            int at = place(formerProcesses[i]);
            processes[at] = formerProcesses[i];
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
