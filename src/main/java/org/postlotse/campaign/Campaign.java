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
import org.postlotse.catalogue.Repeated;

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
    private final List<Repeated> threads = new ArrayList<>();

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
        threads.add(Repeated.start("cases", this::step));
        threads.add(Repeated.start("letters", this::send));
        if (returns.named()) threads.add(Repeated.start("returns", this::look));
    }

    /** Letters that are on their way arrive, and no more is begun. */
    void atEnd(@Observes ShutdownEvent event) throws InterruptedException {
        threads.forEach(Repeated::end);
        warnings.end();
        for (var thread : threads) thread.hasEnded(PATIENCE);
    }

    private Duration look() {
        try {
            int marked = returns.look();
            if (marked > 0) LOG.infof("letters: %d came back", marked);
        } catch (MessagingException | RuntimeException broken) {
            LOG.warnf("the mailbox of returned letters can not be read; it is tried again: %s", broken.getMessage());
        }
        return returns.every();
    }

    private Duration step() {
        try {
            keeper.review();
            excuses.end();
            oldDeeds.erase();
            counters.cases(cases.counts(), cases.arrivals());
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the campaign's step failed; it is tried again");
        }
        return settings.every();
    }

    private Duration send() {
        try {
            doubt.unlessAny(warnings::run);
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the run of letters failed; it is tried again");
        }
        return settings.every();
    }
}
