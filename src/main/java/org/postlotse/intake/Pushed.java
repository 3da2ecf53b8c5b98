package org.postlotse.intake;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

/** The spool of this process, where anybody may hand over lines at all. */
@Singleton
class Pushed {
    private final Optional<Spool> spool;

    @Inject
    Pushed(IntakeSettings settings, SyslogSettings syslog, Clock clock) {
        boolean wanted =
                settings.running() && (syslog.any() || !settings.tokens().isEmpty());
        try {
            spool = wanted ? Optional.of(new Spool(settings.spool(), clock)) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("postlotse.intake.spool: " + broken.getMessage(), broken);
        }
    }

    Optional<Spool> spool() {
        return spool;
    }

    void atEnd(@Observes ShutdownEvent event) throws IOException {
        if (spool.isPresent()) spool.get().close();
    }
}
