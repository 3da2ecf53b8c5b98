package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.postlotse.document.ServerTexts;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** What the mail servers should answer to log-ins without encryption, to be copied to them. */
@Path("{language}/desk/server-texts")
@RunOnVirtualThread
@RolesAllowed(Role.Names.SUPPORT)
class ServerTextPages {
    private final Visits visits;
    private final Clerk clerk;
    private final ServerTexts texts;

    @Inject
    ServerTextPages(Visits visits, Clerk clerk, ServerTexts texts) {
        this.visits = visits;
        this.clerk = clerk;
        this.texts = texts;
    }

    @GET
    public TemplateInstance texts(@Context HttpServerRequest request) {
        var frame = visits.ofPage(request).frame();
        return new DeskPages.ServerAnswers(frame, clerk.who(), texts.files(frame.language()));
    }
}
