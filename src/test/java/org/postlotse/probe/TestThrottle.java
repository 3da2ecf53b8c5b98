package org.postlotse.probe;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A throttle with its usual limits, for tests of other rooms. */
public final class TestThrottle {
    private TestThrottle() {}

    /** One that counts in this journal and lives in this moment. */
    public static Throttle with(Journal journal, Instant moment) {
        return new Throttle(
                new ThrottleSettings(WrittenThrottle.of(Map.of())), journal, Clock.fixed(moment, ZoneOffset.UTC));
    }
}
