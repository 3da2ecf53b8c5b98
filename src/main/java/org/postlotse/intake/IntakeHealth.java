package org.postlotse.intake;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether every followed log can be read: nobody notices a log that is not read by what is missing. */
@Wellness
@Singleton
class IntakeHealth implements HealthCheck {
    private final Follower follower;

    @Inject
    IntakeHealth(Follower follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        var states = follower.states();
        var response = HealthCheckResponse.named("followed logs")
                .status(states.stream().allMatch(state -> state.complaint().isEmpty()));
        for (var state : states)
            response.withData(
                    state.file().toString(),
                    state.complaint().isEmpty() ? state.read() + " bytes read" : state.complaint());
        return response.build();
    }
}
