package org.postlotse.journey;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The real time, until it is moved. */
@Alternative
@Singleton
class LaterClock extends Clock {
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);

    void move(Duration time) {
        later.updateAndGet(known -> known.plus(time));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(later.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
