package org.postlotse.web.wizard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.probe.Secret;
import org.postlotse.web.FormToken;
import org.postlotse.web.Visits;

/** The check of address and password: asked for here and nowhere else, and nobody has to. */
@Path("{language}/s/{sealed}/check")
@RunOnVirtualThread
class CheckPages {
    private final Visits visits;
    private final Trail trail;
    private final CheckDesk desk;
    private final FormToken tokens;
    private final LiveCheck live;

    @Inject
    CheckPages(Visits visits, Trail trail, CheckDesk desk, FormToken tokens, LiveCheck live) {
        this.visits = visits;
        this.trail = trail;
        this.desk = desk;
        this.tokens = tokens;
        this.live = live;
    }

    @GET
    public Response form(@Context HttpServerRequest request, @RestPath String sealed) {
        var issued = tokens.issue(request, sealed);
        var asked = new CheckDesk.Asked(visits.ofPage(request), trail.read(sealed), issued.token(), false);
        return with(issued, Reply.ok(desk.form(asked)).response());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@Context HttpServerRequest request, @RestPath String sealed, byte[] body) {
        var form = CheckForm.read(body);
        try {
            var issued = tokens.issue(request, sealed);
            var reply = desk.answer(asked(request, sealed, form, issued), form, answers -> {});
            return with(issued, reply.response());
        } finally {
            form.password().ifPresent(Secret::close);
        }
    }

    /** The same for browsers with script: each server's answer when it comes, then the very page of the other route. */
    @POST
    @Path("live")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(LiveCheck.TYPE)
    public Multi<String> live(@Context HttpServerRequest request, @RestPath String sealed, byte[] body) {
        var form = CheckForm.read(body);
        var asked = asked(request, sealed, form, tokens.issue(request, sealed));
        return RestMulti.fromMultiData(live.of(asked, form))
                .header("Cache-Control", "no-store")
                // nginx would otherwise keep the answers until there are enough of them
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private CheckDesk.Asked asked(HttpServerRequest request, String sealed, CheckForm form, FormToken.Issued issued) {
        return new CheckDesk.Asked(
                visits.ofPage(request),
                trail.read(sealed),
                issued.token(),
                tokens.proves(request, sealed, form.token()));
    }

    private static Response with(FormToken.Issued issued, Response.ResponseBuilder response) {
        issued.cookie().ifPresent(response::cookie);
        return response.build();
    }
}
