package org.postlotse.support;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what real servers and browsers do in their own time, and says what they said when it does not come. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patience() {}

    public static void waitFor(String what, BooleanSupplier there) {
        waitFor(what, there, () -> "");
    }

    /** @param said what may tell why it does not come */
    public static void waitFor(String what, BooleanSupplier there, Supplier<String> said) {
        var end = Instant.now().plus(LONGEST);
        while (!there.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("waited too long for " + what + said.get());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
