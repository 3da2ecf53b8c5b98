package org.postlotse.web.desk;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.postlotse.web.Visits;

/** {@code /desk/…} as operators type it and documents name it: leads to the same page in the browser's language. */
@Path("desk")
class DeskInAnyLanguage {
    private final Visits visits;

    @Inject
    DeskInAnyLanguage(Visits visits) {
        this.visits = visits;
    }

    @GET
    public Response desk(@Context HttpServerRequest request) {
        return lead(request);
    }

    @GET
    @Path("{page:.+}")
    public Response page(@Context HttpServerRequest request) {
        return lead(request);
    }

    private Response lead(HttpServerRequest request) {
        var language = visits.preferred(request).toLanguageTag();
        return Response.status(Response.Status.FOUND)
                .location(URI.create("/" + language + request.path()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
