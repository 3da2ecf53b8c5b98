package org.postlotse.web.wizard;

import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** The check for browsers with script: each server's answer when it comes, then the very page of the other route. */
@Path("{language}/s/{sealed}/check/live")
class LiveCheckPages {
    private final CheckRequests requests;
    private final LiveCheck live;

    @Inject
    LiveCheckPages(CheckRequests requests, LiveCheck live) {
        this.requests = requests;
        this.live = live;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> live(@Context HttpServerRequest request, @RestPath String sealed, byte[] body) {
        var form = CheckForm.read(body);
        var asked = requests.filled(request, sealed, form, requests.token(request, sealed));
        request.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                // nginx would otherwise keep the answers until there are enough of them
                .putHeader("X-Accel-Buffering", "no");
        return live.of(asked, form);
    }
}
