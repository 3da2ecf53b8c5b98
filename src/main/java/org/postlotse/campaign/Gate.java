package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.postlotse.catalogue.Catalogue;

/** What every letter passes: the switch that all nodes obey, the hours, and the rate of all nodes together. */
@Singleton
class Gate {
    /** However far another node's clock is ahead, nobody waits longer for his turn. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Controls controls;
    private final Turns turns;
    private final Post post;
    private final CampaignSettings settings;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    Gate(Controls controls, Turns turns, Post post, CampaignSettings settings, Catalogue catalogue, Clock clock) {
        this.controls = controls;
        this.turns = turns;
        this.post = post;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Why nothing may be sent now; empty where it may. */
    Optional<Obstacle> obstacle() {
        var control = controls.read();
        if (control.wave().mode() == Control.Mode.STOPPED) return Optional.of(Obstacle.STOPPED);
        if (control.paused()) return Optional.of(Obstacle.PAUSED);
        if (post.connections() == 0) return Optional.of(Obstacle.NO_POST);
        return settings.times().contain(LocalDateTime.ofInstant(clock.instant(), catalogue.zone()))
                ? Optional.empty()
                : Optional.of(Obstacle.QUIET_HOURS);
    }

    /** Waits for the turn of one letter; why there is none. The switch is asked after the wait: it may have been turned. */
    Optional<Obstacle> turn() {
        var now = clock.instant();
        var turn = turns.take(now, settings.rate());
        if (turn.isEmpty()) return Optional.of(Obstacle.PER_HOUR);
        try {
            var wait = Duration.between(now, turn.get());
            if (wait.isPositive()) Thread.sleep(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.of(Obstacle.ENDING);
        }
        return Thread.currentThread().isInterrupted() ? Optional.of(Obstacle.ENDING) : obstacle();
    }
}
