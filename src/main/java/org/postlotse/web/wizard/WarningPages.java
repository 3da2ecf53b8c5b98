package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.LinkReading;
import org.postlotse.campaign.Recipient;
import org.postlotse.campaign.SealedLinks;
import org.postlotse.web.Frame;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Complaint;

/**
 * Where a letter's link leads: what was seen of this mailbox, and straight to the right steps. Looking changes nothing,
 * because programs that read mail open links unasked; whatever changes something is a form's button.
 */
@Path("/")
@RunOnVirtualThread
class WarningPages {
    private static final String FIELD = "code";

    private final Visits visits;
    private final SealedLinks links;
    private final Arrivals arrivals;

    @Inject
    WarningPages(Visits visits, SealedLinks links, Arrivals arrivals) {
        this.visits = visits;
        this.links = links;
        this.arrivals = arrivals;
    }

    @GET
    @Path("w")
    public Response anyLanguage(@Context HttpServerRequest request) {
        return inTheirs(request, "/w");
    }

    @GET
    @Path("w/{sealed}")
    public Response anyLanguage(@Context HttpServerRequest request, @RestPath String sealed) {
        return inTheirs(request, "/w/" + sealed);
    }

    private Response inTheirs(HttpServerRequest request, String path) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create("/" + visits.preferred(request).toLanguageTag() + path))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GET
    @Path("{language}/w")
    public TemplateInstance form(@Context HttpServerRequest request) {
        return new Pages.WarningCode(visits.ofPage(request).frame(), "", Complaint.none());
    }

    @POST
    @Path("{language}/w")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response typed(@Context HttpServerRequest request, @RestForm(FIELD) Optional<String> typed) {
        var visit = visits.ofPage(request);
        var code = typed.flatMap(CheckCode::read);
        if (code.isEmpty())
            return complain(visit.frame(), typed, "check-code-malformed")
                    .response()
                    .build();
        return switch (arrivals.by(code.get(), visit.network())) {
            case Arrivals.Claim.Known known ->
                Response.seeOther(URI.create(visit.frame().home() + "/w/"
                                + links.seal(known.recipient().code())))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case Arrivals.Claim.Unknown unknown ->
                complain(visit.frame(), typed, "check-code-unknown").response().build();
            case Arrivals.Claim.Later later ->
                Reply.tooMany(complain(visit.frame(), typed, "code-later").page(), later.pause())
                        .response()
                        .build();
        };
    }

    private static Reply complain(Frame frame, Optional<String> typed, String text) {
        return Reply.unprocessable(new Pages.WarningCode(frame, typed.orElse(""), new Complaint(FIELD, text, "")));
    }

    @GET
    @Path("{language}/w/{sealed}")
    public Response warning(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        return opened(frame, sealed, recipient -> Response.ok(arrivals.page(frame, recipient, sealed)));
    }

    @POST
    @Path("{language}/w/{sealed}")
    public Response begin(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        return opened(frame, sealed, recipient -> Response.seeOther(URI.create(arrivals.begin(frame, recipient))));
    }

    @POST
    @Path("{language}/w/{sealed}/mute")
    public Response mute(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        return opened(frame, sealed, recipient -> Response.ok(arrivals.mute(frame, recipient, sealed)));
    }

    @GET
    @Path("{language}/w/{sealed}/not-me")
    public Response stranger(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        return opened(frame, sealed, recipient -> Response.ok(arrivals.stranger(frame, recipient, sealed)));
    }

    private interface Answer {
        Response.ResponseBuilder to(Recipient recipient);
    }

    private Response opened(Frame frame, String sealed, Answer answer) {
        var response = switch (links.read(sealed)) {
            case LinkReading.Open open -> answer.to(open.recipient());
            case LinkReading.Expired expired -> throw new ExpiredLink();
            case LinkReading.Forged forged ->
                Response.status(Response.Status.NOT_FOUND).entity(new Pages.WarningForged(frame, frame.home() + "/w"));
        };
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
