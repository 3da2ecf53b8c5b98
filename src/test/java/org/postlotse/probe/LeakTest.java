package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postlotse.support.Programs;

/**
 * Thousands of probes at good and hostile servers leave no thread, no socket and no memory behind.
 * {@code -Dtest.probes=10000} makes it long.
 */
class LeakTest {
    private static final int PROBES = Integer.getInteger("test.probes", 400);

    @Test
    void is_none() {
        var said = Programs.java(LeakRun.class, PROBES);

        assertThat(said.status()).as(said.output()).isZero();
        var states = said.output()
                .lines()
                .filter(line -> line.matches("\\d+ \\d+ \\d+"))
                .map(LeakRun.State::of)
                .toList();
        assertThat(states).hasSize(2);
        var before = states.getFirst();
        var after = states.getLast();
        System.out.println(
                "leaks (threads, sockets, KiB of heap): before " + before + "; after " + PROBES + " probes " + after);
        // 16 of the resolver's come and go; a leak would be of hundreds
        assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 20);
        assertThat(before.sockets()).isBetween(1L, 8L); // the JVM has one or two of its own
        assertThat(after.sockets()).isLessThanOrEqualTo(before.sockets());
        assertThat(after.heap()).isLessThan(before.heap() + 4 * 1024);
    }
}
