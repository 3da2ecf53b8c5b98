package org.postlotse.web.desk;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.postlotse.web.Problem;
import org.postlotse.web.Visits;

/** Who is known, but may not do this: said to people on a page, to machines in a problem. */
final class Forbidden {
    private final Visits visits;

    @Inject
    Forbidden(Visits visits) {
        this.visits = visits;
    }

    @ServerExceptionMapper
    Uni<Response> refused(ForbiddenException refused, @Context HttpServerRequest request) {
        if (!DeskPath.within(request.path()))
            return Uni.createFrom().item(Problem.answer(403, "The role of this token does not suffice."));
        return new DeskPages.Forbidden(visits.of(request).frame()).createUni().map(Forbidden::page);
    }

    private static Response page(String html) {
        return Response.status(Response.Status.FORBIDDEN)
                .entity(html)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .build();
    }
}
