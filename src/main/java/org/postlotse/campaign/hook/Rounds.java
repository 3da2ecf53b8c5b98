package org.postlotse.campaign.hook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.postlotse.campaign.CampaignSettings;
import org.postlotse.catalogue.Repeated;

/** Sends the courier on his rounds, on every node that serves. */
@Singleton
class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final int AFTER_THE_MIGRATION = 800;
    private static final Duration OFTEN = Duration.ofSeconds(1);
    /** Where nobody is told, what nobody will be told of is put away now and then. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CampaignSettings settings;
    private final Courier courier;
    private Optional<Repeated> thread = Optional.empty();

    @Inject
    Rounds(CampaignSettings settings, Courier courier) {
        this.settings = settings;
        this.courier = courier;
    }

    void atStart(@Observes @Priority(AFTER_THE_MIGRATION) StartupEvent event) {
        if (settings.running()) thread = Optional.of(Repeated.start("webhooks", this::round));
    }

    void atEnd(@Observes ShutdownEvent event) throws InterruptedException {
        if (thread.isEmpty()) return;
        thread.get().end();
        courier.end();
        thread.get().hasEnded(PATIENCE);
    }

    private Duration round() {
        try {
            courier.round();
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the courier's round failed; it is tried again");
        }
        return courier.busy() ? OFTEN : SELDOM;
    }
}
