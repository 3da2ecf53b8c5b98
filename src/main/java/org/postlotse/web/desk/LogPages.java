package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.evidence.Sources;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** What this process has read of the mail servers' logs, and what it could not read. */
@Path("{language}/desk/logs")
@RunOnVirtualThread
@RolesAllowed(Role.Names.OPERATOR)
class LogPages {
    private final Visits visits;
    private final Clerk clerk;
    private final Sources sources;
    private final Catalogue catalogue;

    @Inject
    LogPages(Visits visits, Clerk clerk, Sources sources, Catalogue catalogue) {
        this.visits = visits;
        this.clerk = clerk;
        this.sources = sources;
        this.catalogue = catalogue;
    }

    @GET
    public TemplateInstance logs(@Context HttpServerRequest request) {
        var frame = visits.ofPage(request).frame();
        var numbers = new Numbers(frame.language(), catalogue.zone());
        return new DeskPages.Logs(
                frame,
                clerk.who(),
                sources.reports().stream()
                        .map(report -> LogView.of(report, numbers))
                        .toList());
    }
}
