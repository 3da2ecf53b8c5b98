package org.postlotse.campaign;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

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
    private final ReturnMailbox returns;
    private final Counters counters;
    private final Doubt doubt;
    private final ExcuseBook excuses;
    private final OldDeeds oldDeeds;
    private final List<Thread> threads = new ArrayList<>();

    @Inject
    Campaign(
            CampaignSettings settings,
            Keeper keeper,
            Warnings warnings,
            Cases cases,
            ReturnMailbox returns,
            Counters counters,
            Doubt doubt,
            ExcuseBook excuses,
            OldDeeds oldDeeds) {
        this.settings = settings;
        this.keeper = keeper;
        this.warnings = warnings;
        this.cases = cases;
        this.returns = returns;
        this.counters = counters;
        this.doubt = doubt;
        this.excuses = excuses;
        this.oldDeeds = oldDeeds;
    }

    void atStart(@Observes @Priority(AFTER_THE_MIGRATION) StartupEvent event) {
        if (!settings.running()) return;
        excuses.applySettings();
        // a run may take hours; what the logs show moves cases meanwhile
        threads.add(Thread.ofVirtual().name("cases").start(() -> go(this::step, settings.every())));
        threads.add(Thread.ofVirtual().name("letters").start(() -> go(this::send, settings.every())));
        if (returns.named())
            threads.add(Thread.ofVirtual().name("returns").start(() -> go(this::look, returns.every())));
    }

    void atEnd(@Observes ShutdownEvent event) throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) thread.join(PATIENCE);
    }

    private static void go(Runnable step, Duration every) {
        try {
            while (true) {
                step.run();
                Thread.sleep(every);
            }
        } catch (InterruptedException ending) {
            LOG.debug("the campaign ends");
        }
    }

    private void look() {
        try {
            int marked = returns.look();
            if (marked > 0) LOG.infof("letters: %d came back", marked);
        } catch (MessagingException | RuntimeException broken) {
            LOG.warnf("the mailbox of returned letters can not be read; it is tried again: %s", broken.getMessage());
        }
    }

    private void step() {
        try {
            keeper.review();
            excuses.end();
            oldDeeds.erase();
            counters.cases(cases.counts(), cases.arrivals());
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the campaign's step failed; it is tried again");
        }
    }

    private void send() {
        try {
            doubt.unlessAny(warnings::run);
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the run of letters failed; it is tried again");
        }
    }
}
