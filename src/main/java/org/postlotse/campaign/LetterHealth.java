package org.postlotse.campaign;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How many letters nobody knows the fate of. That is somebody's to look at, and nothing that is broken now. */
@Wellness
@Singleton
class LetterHealth implements HealthCheck {
    private static final int MOST = 1_000;

    private final LostLetters lost;

    @Inject
    LetterHealth(LostLetters lost) {
        this.lost = lost;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("letters")
                .up()
                .withData("lost", lost.first(MOST).size())
                .build();
    }
}
