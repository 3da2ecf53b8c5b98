package org.postlotse.web.wizard;

import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestMulti;
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
    @Produces(LiveCheck.TYPE)
    public Multi<String> live(@Context HttpServerRequest request, @RestPath String sealed, byte[] body) {
        var form = CheckForm.read(body);
        var asked = requests.filled(request, sealed, form, requests.token(request, sealed));
        return RestMulti.fromMultiData(live.of(asked, form))
                .header("Cache-Control", "no-store")
                // nginx would otherwise keep the answers until there are enough of them
                .header("X-Accel-Buffering", "no")
                .build();
    }
}
