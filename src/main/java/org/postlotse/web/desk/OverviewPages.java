package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** The desk itself: where the switch stands, and the ways to all else. */
@Path("{language}/desk")
@RunOnVirtualThread
class OverviewPages {
    private final Visits visits;
    private final Clerk clerk;
    private final SwitchReport report;

    @Inject
    OverviewPages(Visits visits, Clerk clerk, SwitchReport report) {
        this.visits = visits;
        this.clerk = clerk;
        this.report = report;
    }

    @GET
    @RolesAllowed(Role.Names.SUPPORT)
    public TemplateInstance overview(@Context HttpServerRequest request) {
        var frame = visits.ofPage(request).frame();
        return new DeskPages.Overview(frame, clerk.who(), clerk.operator(), report.view(frame.language()));
    }
}
