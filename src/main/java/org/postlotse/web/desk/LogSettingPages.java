package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.postlotse.evidence.LogAdvice;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** What to add to the mail servers' configuration so that their logs tell what is needed, to be copied to them. */
@Path("{language}/desk/log-settings")
@RunOnVirtualThread
@RolesAllowed(Role.Names.SUPPORT)
class LogSettingPages {
    private final Visits visits;
    private final Clerk clerk;

    @Inject
    LogSettingPages(Visits visits, Clerk clerk) {
        this.visits = visits;
        this.clerk = clerk;
    }

    @GET
    public TemplateInstance settings(@Context HttpServerRequest request) {
        return new DeskPages.LogSettings(visits.ofPage(request).frame(), clerk.who(), List.of(LogAdvice.values()));
    }
}
