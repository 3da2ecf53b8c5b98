package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.LocalDate;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.evidence.SourceBook;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** What all nodes have read of the mail servers' logs in the last days, and what they could not read. */
@Path("{language}/desk/logs")
@RunOnVirtualThread
@RolesAllowed(Role.Names.OPERATOR)
class LogPages {
    private final Visits visits;
    private final Clerk clerk;
    private final SourceBook sources;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    LogPages(Visits visits, Clerk clerk, SourceBook sources, Catalogue catalogue, Clock clock) {
        this.visits = visits;
        this.clerk = clerk;
        this.sources = sources;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GET
    public TemplateInstance logs(@Context HttpServerRequest request) {
        var frame = visits.ofPage(request).frame();
        var now = clock.instant();
        var first = LocalDate.ofInstant(now, catalogue.zone()).minusDays(SourceBook.DAYS);
        var numbers = new Numbers(frame.language(), catalogue.zone());
        return new DeskPages.Logs(
                frame,
                clerk.who(),
                numbers.date(first),
                sources.since(first).stream()
                        .map(account -> LogView.of(account, numbers, now))
                        .toList());
    }
}
