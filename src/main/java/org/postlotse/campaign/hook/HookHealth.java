package org.postlotse.campaign.hook;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether those who are to be told of changes take them: a receiver that does not is somebody's to mend. */
@Wellness
@Singleton
class HookHealth implements HealthCheck {
    private static final Duration LONG = Duration.ofMinutes(15);

    private final Courier courier;
    private final Deliveries deliveries;
    private final Clock clock;

    @Inject
    HookHealth(Courier courier, Deliveries deliveries, Clock clock) {
        this.courier = courier;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var waiting = deliveries.waiting().stream()
                .filter(one -> courier.names().contains(one.hook()))
                .toList();
        var before = clock.instant().minus(LONG);
        var response = HealthCheckResponse.named("webhooks")
                .status(waiting.stream()
                        .noneMatch(one -> one.attempts() > 0 && one.oldest().isBefore(before)));
        for (var one : waiting)
            response.withData(one.hook(), one.changes() + " changes wait, the oldest since " + one.oldest());
        return response.build();
    }
}
