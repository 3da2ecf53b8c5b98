package org.postlotse.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;
import org.postlotse.document.Profiles;
import org.postlotse.document.SigningState;

/**
 * Says in time that the certificate with which profiles are signed will end. All else works on without it, so it counts
 * for {@code /q/health/well} and not for {@code /q/health/ready}.
 */
@Wellness
@Singleton
class SigningHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(SigningHealth.class);

    private final Profiles profiles;
    private final MeterRegistry metrics;

    @Inject
    SigningHealth(Profiles profiles, MeterRegistry metrics) {
        this.profiles = profiles;
        this.metrics = metrics;
    }

    void atStart(@Observes StartupEvent event) {
        profiles.signing().ifPresent(state -> {
            state.complaints().forEach(complaint -> LOG.warnf("Apple profiles: %s", complaint));
            Gauge.builder("postlotse.signing.certificate.days.left", this, SigningHealth::daysLeft)
                    .description("whole days until the certificate ends with which Apple profiles are signed")
                    .register(metrics);
        });
    }

    @Override
    public HealthCheckResponse call() {
        var state = profiles.signing();
        var response = HealthCheckResponse.named("signing certificate")
                .status(state.map(SigningState::well).orElse(true));
        if (state.isEmpty()) return response.withData("profiles", "unsigned").build();
        state.ifPresent(known -> response.withData("subject", known.subject())
                .withData("expires", known.expires().toString())
                .withData("days left", known.daysLeft())
                .withData("complaints", String.join(" ", known.complaints())));
        return response.build();
    }

    private double daysLeft() {
        return profiles.signing().map(SigningState::daysLeft).orElse(0L);
    }
}
