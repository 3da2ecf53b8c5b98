package org.postlotse.probe;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;

/** Restraint that tests do not notice, unless it is what they look at. */
final class TestRestraint {
    private static final int PLENTY = 100_000;

    private TestRestraint() {}

    static Restraint none() {
        return with(new Places(PLENTY, PLENTY), Set.of());
    }

    static Restraint with(Places places, Set<String> hearing) {
        var clock = Clock.systemUTC();
        return new Restraint(
                places, new Tact(Duration.ofMillis(1), clock), new Pace(Duration.ZERO, clock, new Random(1)), hearing);
    }
}
