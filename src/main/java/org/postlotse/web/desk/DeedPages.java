package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.staff.AuditTrail;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** Who did what at the desk, and when. */
@Path("{language}/desk/deeds")
@RunOnVirtualThread
@RolesAllowed(Role.Names.OPERATOR)
class DeedPages {
    private static final int PAGE = 100;

    private final Visits visits;
    private final Clerk clerk;
    private final AuditTrail trail;
    private final Catalogue catalogue;

    @Inject
    DeedPages(Visits visits, Clerk clerk, AuditTrail trail, Catalogue catalogue) {
        this.visits = visits;
        this.clerk = clerk;
        this.trail = trail;
        this.catalogue = catalogue;
    }

    @GET
    public TemplateInstance deeds(@Context HttpServerRequest request, @QueryParam("before") Optional<Long> before) {
        var frame = visits.ofPage(request).frame();
        var numbers = new Numbers(frame.language(), catalogue.zone());
        var deeds = trail.latest(before.orElse(Long.MAX_VALUE), PAGE);
        return new DeskPages.Deeds(
                frame,
                clerk.who(),
                deeds.stream().map(deed -> DeedRow.of(deed, numbers)).toList(),
                deeds.size() < PAGE ? "" : "?before=" + deeds.getLast().number());
    }
}
