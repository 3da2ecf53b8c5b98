package org.postlotse.web.desk;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.postlotse.staff.Operators;

/** Where no operator is configured there is no desk: not even a log-in to try passwords at. */
final class ClosedDesk {
    private final Operators operators;

    @Inject
    ClosedDesk(Operators operators) {
        this.operators = operators;
    }

    @ServerRequestFilter(preMatching = true)
    public void stayClosed(ContainerRequestContext request) {
        if (!operators.deskOpen()
                && DeskPath.within(request.getUriInfo().getRequestUri().getPath())) throw new NotFoundException();
    }
}
