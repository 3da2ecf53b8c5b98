package org.postlotse.intake;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether every source can be read: nobody notices a log that is not read by what is missing. */
@Wellness
@Singleton
class IntakeHealth implements HealthCheck {
    private final Follower follower;
    private final Broker broker;
    private final Syslog syslog;

    @Inject
    IntakeHealth(Follower follower, Broker broker, Syslog syslog) {
        this.follower = follower;
        this.broker = broker;
        this.syslog = syslog;
    }

    /** How many sources can not be read. */
    long down() {
        return Stream.concat(
                        Stream.of(broker.complaint(), syslog.complaint()),
                        follower.states().stream().map(Follower.State::complaint))
                .filter(complaint -> !complaint.isEmpty())
                .count();
    }

    @Override
    public HealthCheckResponse call() {
        var states = follower.states();
        var response = HealthCheckResponse.named("followed logs").status(down() == 0);
        if (broker.isWanted())
            response.withData("Kafka", broker.complaint().isEmpty() ? "is read" : broker.complaint());
        syslog.ports().forEach((way, port) -> response.withData("syslog " + way, "listens at port " + port));
        if (!syslog.complaint().isEmpty()) response.withData("syslog", syslog.complaint());
        for (var state : states)
            response.withData(
                    state.file().toString(),
                    state.complaint().isEmpty() ? state.read() + " bytes read" : state.complaint());
        return response.build();
    }
}
