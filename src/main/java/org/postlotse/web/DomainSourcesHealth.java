package org.postlotse.web;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.postlotse.catalogue.Catalogue;

/**
 * Says which source of domains can not be used now. That is no reason to send nobody here any more, since what it said
 * last is used on; so it counts for {@code /q/health/well} and not for {@code /q/health/ready}.
 */
@Wellness
@Singleton
class DomainSourcesHealth implements HealthCheck {
    private final Catalogue catalogue;

    @Inject
    DomainSourcesHealth(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public HealthCheckResponse call() {
        var states = catalogue.domainSources();
        var mailboxes = catalogue.mailboxComplaint();
        var response = HealthCheckResponse.named("domain sources")
                .status(mailboxes.isEmpty()
                        && states.stream().allMatch(state -> state.complaint().isEmpty()));
        mailboxes.ifPresent(complaint -> response.withData("mailboxes", complaint));
        states.forEach(state -> response.withData(state.id(), state.complaint().orElse("well")));
        return response.build();
    }
}
