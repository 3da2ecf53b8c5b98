package org.postlotse.web.wizard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.probe.Secret;
import org.postlotse.web.FormToken;

/** The check of address and password: asked for here and nowhere else, and nobody has to. */
@Path("{language}/s/{sealed}/check")
@RunOnVirtualThread
class CheckPages {
    private final CheckRequests requests;
    private final CheckDesk desk;

    @Inject
    CheckPages(CheckRequests requests, CheckDesk desk) {
        this.requests = requests;
        this.desk = desk;
    }

    @GET
    public Response form(@Context HttpServerRequest request, @RestPath String sealed) {
        var issued = requests.token(request, sealed);
        return with(
                issued,
                Reply.ok(desk.form(requests.empty(request, sealed, issued))).response());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@Context HttpServerRequest request, @RestPath String sealed, byte[] body) {
        var form = CheckForm.read(body);
        try {
            var issued = requests.token(request, sealed);
            var reply = desk.answer(requests.filled(request, sealed, form, issued), form, answers -> {});
            return with(issued, reply.response());
        } finally {
            form.password().ifPresent(Secret::close);
        }
    }

    private static Response with(FormToken.Issued issued, Response.ResponseBuilder response) {
        issued.cookie().ifPresent(response::cookie);
        return response.build();
    }
}
