package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** The desk itself: what there is, and how it fares. */
@Path("{language}/desk")
@RunOnVirtualThread
class OverviewPages {
    private final Visits visits;
    private final SecurityIdentity operator;

    @Inject
    OverviewPages(Visits visits, SecurityIdentity operator) {
        this.visits = visits;
        this.operator = operator;
    }

    @GET
    @RolesAllowed(Role.Names.SUPPORT)
    public TemplateInstance overview(@Context HttpServerRequest request) {
        return new DeskPages.Overview(
                visits.ofPage(request).frame(), operator.getPrincipal().getName());
    }
}
