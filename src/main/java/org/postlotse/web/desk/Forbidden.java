package org.postlotse.web.desk;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.postlotse.web.Visits;

/** Who is known, but may not do this: said to people on a page, to machines in a line. */
final class Forbidden {
    private final Visits visits;

    @Inject
    Forbidden(Visits visits) {
        this.visits = visits;
    }

    @ServerExceptionMapper
    Uni<Response> refused(ForbiddenException refused, @Context HttpServerRequest request) {
        return DeskPath.within(request.path())
                ? new DeskPages.Forbidden(visits.of(request).frame())
                        .createUni()
                        .map(html -> answer(html, MediaType.TEXT_HTML_TYPE))
                : Uni.createFrom()
                        .item(answer("The role of this token does not suffice.\n", MediaType.TEXT_PLAIN_TYPE));
    }

    private static Response answer(String words, MediaType type) {
        return Response.status(Response.Status.FORBIDDEN)
                .entity(words)
                .type(type.withCharset("utf-8"))
                .build();
    }
}
