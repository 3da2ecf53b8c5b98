package org.postlotse.campaign;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Catalogue;

/** Keeps looking at the cases and sends what is due, on every node that serves. */
@Singleton
class Campaign {
    private static final Logger LOG = Logger.getLogger(Campaign.class);
    private static final int AFTER_THE_MIGRATION = 800;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CampaignSettings settings;
    private final Keeper keeper;
    private final Warnings warnings;
    private final Cases cases;
    private final Counters counters;
    private final Doubt doubt;
    private final Catalogue catalogue;
    private final Clock clock;
    private Optional<Thread> thread = Optional.empty();

    @Inject
    Campaign(
            CampaignSettings settings,
            Keeper keeper,
            Warnings warnings,
            Cases cases,
            Counters counters,
            Doubt doubt,
            Catalogue catalogue,
            Clock clock) {
        this.settings = settings;
        this.keeper = keeper;
        this.warnings = warnings;
        this.cases = cases;
        this.counters = counters;
        this.doubt = doubt;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void atStart(@Observes @Priority(AFTER_THE_MIGRATION) StartupEvent event) {
        if (settings.running())
            thread = Optional.of(Thread.ofVirtual().name("campaign").start(this::go));
    }

    void atEnd(@Observes ShutdownEvent event) throws InterruptedException {
        if (thread.isEmpty()) return;
        thread.get().interrupt();
        thread.get().join(PATIENCE);
    }

    private void go() {
        try {
            while (true) {
                step();
                Thread.sleep(settings.every());
            }
        } catch (InterruptedException ending) {
            LOG.debug("the campaign ends");
        }
    }

    private void step() {
        try {
            keeper.review();
            keeper.endExcuses(LocalDate.ofInstant(clock.instant(), catalogue.zone()));
            if (!doubt.any()) warnings.run();
            counters.cases(cases.counts());
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the campaign's step failed; it is tried again");
        }
    }
}
