package org.postlotse.probe;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.postlotse.catalogue.Server;

/**
 * What keeps many probes at once from being a nuisance, and from telling strangers too much.
 *
 * @param places how many at once
 * @param tact whom to leave alone
 * @param pace when a refusal is told
 * @param hearing servers that are told the customer's address: {@code host} or {@code host:port}
 */
record Restraint(Places places, Tact tact, Pace pace, Set<String> hearing) {
    static Restraint of(RestraintSettings settings, Clock clock, RandomGenerator random) {
        return new Restraint(
                new Places(settings.perServer(), settings.inTotal()),
                new Tact(settings.pause(), clock),
                new Pace(settings.refusalsAfter(), clock, random),
                settings.hearing());
    }

    boolean tellsOrigin(Server server) {
        return hearing.contains(server.host().name()) || hearing.contains(server.host() + ":" + server.port());
    }

    /** Waits, where that is a test's to see. */
    interface Waiting {
        void pause(Duration time) throws InterruptedException;
    }
}
