package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.web.Visits;

/**
 * “No, nothing happens”: an iPhone's profile was downloaded and no message came. Only Safari, Chrome and a few others hand a
 * profile over to the settings; Firefox stores a file, and browsers inside of apps do nothing (iOS 18, 2025). So the way leads to
 * Safari, with a short address and a code.
 */
@Path("{language}/s/{sealed}/nothing/{number}")
@RunOnVirtualThread
class NothingPages {
    private final Visits visits;
    private final Trail trail;
    private final Tickets tickets;

    @Inject
    NothingPages(Visits visits, Trail trail, Tickets tickets) {
        this.visits = visits;
        this.trail = trail;
        this.tickets = tickets;
    }

    @GET
    public TemplateInstance ask(@Context HttpServerRequest request, @RestPath String sealed, @RestPath int number) {
        return page(request, sealed, number, false);
    }

    /** A POST, because it leaves something behind. */
    @POST
    public Response leave(@Context HttpServerRequest request, @RestPath String sealed, @RestPath int number) {
        return Response.ok(page(request, sealed, number, true))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private TemplateInstance page(HttpServerRequest request, String sealed, int number, boolean leaving) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var step = trail.to(frame, journey, "step/" + number);
        return new LostProfile.Nothing(
                frame,
                leaving ? Optional.of(tickets.to(frame, step)) : Optional.empty(),
                new LostProfile.Ways(
                        trail.to(frame, journey, "nothing/" + number),
                        step,
                        trail.to(frame, journey, "step/" + (number + 1)),
                        trail.to(frame, journey, "route")));
    }
}
