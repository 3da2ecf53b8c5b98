package org.postlotse.web.wizard;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.postlotse.web.Visits;

/** Says that a link is no longer valid, and that nothing is lost. */
final class ExpiredLinks {
    private final Visits visits;

    @Inject
    ExpiredLinks(Visits visits) {
        this.visits = visits;
    }

    @ServerExceptionMapper
    public Uni<Response> expired(ExpiredLink link, @Context HttpServerRequest request) {
        var frame = visits.of(request).frame();
        return new Pages.Expired(frame, frame.home() + "/mailbox")
                .createUni()
                .map(html -> Response.status(Response.Status.GONE)
                        .entity(html)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
