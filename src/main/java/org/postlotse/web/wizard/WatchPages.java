package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.web.Visits;

/**
 * The proof without a password: whoever came by a letter sees what the mail servers' logs show of the mailbox. Nobody else
 * does: strangers would learn whether there is such a mailbox.
 */
@Path("{language}/s/{sealed}/watch")
@RunOnVirtualThread
class WatchPages {
    private final Visits visits;
    private final Trail trail;
    private final WatchDesk desk;

    @Inject
    WatchPages(Visits visits, Trail trail, WatchDesk desk) {
        this.visits = visits;
        this.trail = trail;
        this.desk = desk;
    }

    @GET
    public Response page(@Context HttpServerRequest request, @RestPath String sealed) {
        var watch = desk.open(request, sealed);
        var journey = trail.read(sealed);
        if (watch.isEmpty())
            return Response.seeOther(URI.create(trail.to(visits.ofPage(request).frame(), journey, "check")))
                    .build();
        return fresh(watch.get().page());
    }

    /** The part that changes, asked for again and again by scripts that can not be told of it. */
    @GET
    @Path("state")
    public Response state(@Context HttpServerRequest request, @RestPath String sealed) {
        return fresh(desk.open(request, sealed).orElseThrow(ExpiredLink::new).state());
    }

    private static Response fresh(TemplateInstance page) {
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
