package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;

/** A refusal comes when any other refusal would have come. */
class PaceTest {
    private static final Server IMAP = Bench.server(Protocol.IMAP);
    private static final Duration FAST = Duration.ofMillis(20);
    private static final Duration SLOW = Duration.ofMillis(800);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final Pace pace = new Pace(Duration.ofMillis(400), clock, new Random(7));

    @Test
    void is_never_told_before_the_least_time() {
        assertThat(told(FAST)).isBetween(Duration.ofMillis(400), Duration.ofMillis(500));
    }

    @Test
    void is_held_back_to_the_slower_class_with_jitter_whichever_it_is_in() {
        told(SLOW);

        for (int i = 0; i < 500; i++) {
            assertThat(told(FAST)).isBetween(SLOW, Duration.ofMillis(1000));
            assertThat(told(SLOW)).isBetween(SLOW, Duration.ofMillis(1000));
        }
    }

    /** The means of both classes differ by less than what the jitter makes of either. */
    @Test
    void tells_the_classes_apart_no_better_than_chance() {
        told(SLOW);
        int rounds = 4000;
        int slower = 0;
        for (int i = 0; i < rounds; i++) if (told(FAST).compareTo(told(SLOW)) > 0) slower++;

        assertThat(slower / (double) rounds).isBetween(0.47, 0.53); // 3.8 standard deviations
    }

    @Test
    void is_remembered_for_each_server_by_itself() {
        told(SLOW);

        assertThat(FAST.plus(pace.hold(Bench.server(Protocol.POP3), FAST))).isLessThan(SLOW);
    }

    @Test
    void is_not_forgotten_over_any_number_of_fast_ones_but_with_time() {
        told(SLOW);
        for (int i = 0; i < 10_000; i++) told(FAST);
        clock.forward(Duration.ofHours(7));
        assertThat(told(FAST)).isGreaterThanOrEqualTo(SLOW);
        clock.forward(Duration.ofHours(7));
        assertThat(told(FAST)).isLessThan(SLOW);
        told(SLOW);
        clock.forward(Duration.ofDays(3));
        assertThat(told(FAST)).isLessThan(SLOW);
    }

    @Test
    void sets_no_example_when_it_hung_for_long() {
        told(Duration.ofSeconds(9));

        assertThat(told(FAST)).isBetween(Pace.MOST, Duration.ofSeconds(5));
        assertThat(pace.hold(IMAP, Duration.ofSeconds(9))).isZero();
    }

    /** How long after the password was sent the refusal is told. */
    private Duration told(Duration took) {
        return took.plus(pace.hold(IMAP, took));
    }
}
