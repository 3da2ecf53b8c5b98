package org.postlotse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void who_waits_for_the_next_time_is_woken_by_the_end() throws InterruptedException {
        var times = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var repeated = Repeated.start("test", () -> {
            begun.countDown();
            return times.incrementAndGet() < 3 ? Duration.ZERO : Duration.ofDays(1);
        });
        begun.await();

        repeated.end();

        assertThat(repeated.hasEnded(PATIENCE)).isTrue();
        assertThat(times.get()).isBetween(1, 3);
    }

    @Test
    void what_is_being_done_is_done_to_its_end_and_never_interrupted() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        var whole = new AtomicBoolean();
        var repeated = Repeated.start("test", () -> {
            begun.countDown();
            try {
                told.await();
                whole.set(!Thread.currentThread().isInterrupted());
            } catch (InterruptedException torn) {
                whole.set(false);
            }
            return Duration.ZERO;
        });
        begun.await();

        repeated.end();
        assertThat(repeated.hasEnded(Duration.ofMillis(50))).isFalse();
        told.countDown();

        assertThat(repeated.hasEnded(PATIENCE)).isTrue();
        assertThat(whole).isTrue();
    }
}
