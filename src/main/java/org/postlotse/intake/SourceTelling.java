package org.postlotse.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Repeated;
import org.postlotse.evidence.SourceBook;
import org.postlotse.evidence.Sources;

/** Writes down for all nodes, every few seconds, what the sources of this one have told. */
@Singleton
class SourceTelling {
    private static final Logger LOG = Logger.getLogger(SourceTelling.class);
    private static final int AFTER_THE_MIGRATION = 800;
    /** Before those who read have ended there is more to tell. */
    private static final int AFTER_THE_READERS = 3_000;

    private static final Duration OFTEN = Duration.ofSeconds(5);

    private final IntakeSettings settings;
    private final Sources sources;
    private final Catalogue catalogue;
    private final Clock clock;
    private Optional<Repeated> telling = Optional.empty();

    @Inject
    SourceTelling(IntakeSettings settings, Sources sources, Catalogue catalogue, Clock clock) {
        this.settings = settings;
        this.sources = sources;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    void atStart(@Observes @Priority(AFTER_THE_MIGRATION) StartupEvent event) {
        if (settings.running()) telling = Optional.of(Repeated.start("tells of its sources", this::tell));
    }

    void atEnd(@Observes @Priority(AFTER_THE_READERS) ShutdownEvent event) throws InterruptedException {
        if (telling.isEmpty()) return;
        telling.get().end();
        if (telling.get().hasEnded(OFTEN)) tell();
    }

    Duration tell() {
        try {
            var now = clock.instant();
            sources.tell(new SourceBook.Node(
                    settings.node(), now, now.atZone(catalogue.zone()).toLocalDate()));
        } catch (RuntimeException broken) {
            LOG.debugf("what the sources told is written down later: %s", broken.getMessage());
        }
        return OFTEN;
    }
}
