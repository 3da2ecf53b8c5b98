package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postlotse.catalogue.Catalogue;

/** What every letter passes: the switch that all nodes obey, the hours, and the rate of all nodes together. */
@Singleton
class Gate {
    /** However far another node's clock is ahead, nobody waits longer for his turn. */
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** Turns longer ago are let go: letters that wait for a busy machine do not go out in one heap. */
    private static final Duration STALE = Duration.ofSeconds(2);

    private static final int TENTH = 10;

    private final Controls controls;
    private final Turns turns;
    private final Post post;
    private final CampaignSettings settings;
    private final Catalogue catalogue;
    private final Clock clock;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Queue<Instant> mine = new ArrayDeque<>();

    @Inject
    Gate(Controls controls, Turns turns, Post post, CampaignSettings settings, Catalogue catalogue, Clock clock) {
        this.controls = controls;
        this.turns = turns;
        this.post = post;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The next of the turns that this node took; it takes those of a tenth of a second at once. */
    private synchronized Optional<Instant> next(Instant now) {
        var known = Optional.ofNullable(mine.poll());
        if (known.filter(turn -> turn.plus(STALE).isAfter(now)).isPresent()) return known;
        mine.clear(); // of a run that ended
        var rate = settings.rate();
        var taken = turns.take(now, rate, Math.max(1, rate.perSecond() / TENTH));
        taken.ifPresent(stretch -> {
            for (int i = 1; i < stretch.turns(); i++)
                mine.add(stretch.first().plus(rate.step().multipliedBy(i)));
        });
        return taken.map(Turns.Stretch::first);
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
        var turn = next(now);
        if (turn.isEmpty()) return Optional.of(Obstacle.PER_HOUR);
        try {
            var wait = Duration.between(now, turn.get());
            var most = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
            if (ending.await(Math.max(0, most.toNanos()), TimeUnit.NANOSECONDS)) return Optional.of(Obstacle.ENDING);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.of(Obstacle.ENDING);
        }
        return Thread.currentThread().isInterrupted() ? Optional.of(Obstacle.ENDING) : obstacle();
    }

    /** No letter passes any more. */
    void end() {
        ending.countDown();
    }
}
