package org.postlotse.cli;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.postlotse.catalogue.SettingsCheck;

/** Asks every room at start whether its settings are right; where they are not, all faults are said and nothing starts. */
@Singleton
class StartCheck {
    /** After the demonstration has laid its files, before anybody serves. */
    private static final int EARLY = 500;

    private final List<SettingsCheck> checks;

    @Inject
    StartCheck(@All List<SettingsCheck> checks) {
        this.checks = checks;
    }

    void atStart(@Observes @Priority(EARLY) StartupEvent event) {
        var faults = checks.stream().flatMap(check -> check.faults().stream()).toList();
        if (!faults.isEmpty()) throw new WrongSettings(faults);
    }
}
