package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.handover.Code;
import org.postlotse.handover.Handovers;
import org.postlotse.web.Frame;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Complaint;

/**
 * On with another device, both ways: from the computer to the phone by a QR code, from the phone to the computer by a short
 * address and a code of six. Looking at a page uses no code up: programs that read mail and chat open links unasked.
 */
@Path("/")
@RunOnVirtualThread
class HandoverPages {
    private static final String FIELD = "code";
    private static final Pattern PAGE = Pattern.compile("[a-z]{3,12}(/[0-9]{1,2})?");

    private final Visits visits;
    private final Trail trail;
    private final Handovers handovers;
    private final Tickets tickets;

    @Inject
    HandoverPages(Visits visits, Trail trail, Handovers handovers, Tickets tickets) {
        this.visits = visits;
        this.trail = trail;
        this.handovers = handovers;
        this.tickets = tickets;
    }

    @GET
    @Path("{language}/s/{sealed}/elsewhere/{page:.+}")
    public TemplateInstance offer(@Context HttpServerRequest request, @RestPath String sealed, @RestPath String page) {
        return page(request, sealed, page, false);
    }

    @POST
    @Path("{language}/s/{sealed}/elsewhere/{page:.+}")
    public Response leave(@Context HttpServerRequest request, @RestPath String sealed, @RestPath String page) {
        return Response.ok(page(request, sealed, page, true))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private TemplateInstance page(HttpServerRequest request, String sealed, String page, boolean leaving) {
        if (!PAGE.matcher(page).matches()) throw new NotFoundException();
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var here = trail.to(frame, journey, page);
        return new Pages.Elsewhere(
                frame,
                leaving ? Optional.of(tickets.to(frame, here)) : Optional.empty(),
                trail.to(frame, journey, "elsewhere/" + page),
                here);
    }

    @GET
    @Path("k")
    public Response anyLanguage(@Context HttpServerRequest request) {
        return inTheirs(request, "/k");
    }

    @GET
    @Path("k/{code}")
    public Response anyLanguage(@Context HttpServerRequest request, @RestPath String code) {
        return inTheirs(request, "/k/" + Code.read(code).map(Code::display).orElseThrow(NotFoundException::new));
    }

    private Response inTheirs(HttpServerRequest request, String path) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create("/" + visits.preferred(request).toLanguageTag() + path))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GET
    @Path("{language}/k")
    public TemplateInstance form(@Context HttpServerRequest request) {
        return new Pages.Arrival(visits.ofPage(request).frame(), "", Complaint.none());
    }

    @GET
    @Path("{language}/k/{code}")
    public TemplateInstance scanned(@Context HttpServerRequest request, @RestPath String code) {
        var read = Code.read(code).orElseThrow(NotFoundException::new);
        return new Pages.Arrival(visits.ofPage(request).frame(), read.display(), Complaint.none());
    }

    @POST
    @Path("{language}/k")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response arrive(@Context HttpServerRequest request, @RestForm(FIELD) Optional<String> typed) {
        var visit = visits.ofPage(request);
        var code = typed.flatMap(Code::read);
        if (code.isEmpty())
            return complain(visit.frame(), typed, "code-malformed").response().build();
        return switch (handovers.claim(code.get(), visit.network())) {
            case Handovers.Claim.Found found ->
                Response.seeOther(URI.create(found.text()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case Handovers.Claim.Unknown unknown ->
                complain(visit.frame(), typed, "code-unknown").response().build();
            case Handovers.Claim.Later later ->
                Reply.tooMany(complain(visit.frame(), typed, "code-later").page(), later.pause())
                        .response()
                        .build();
        };
    }

    private static Reply complain(Frame frame, Optional<String> typed, String text) {
        return Reply.unprocessable(new Pages.Arrival(frame, typed.orElse(""), new Complaint(FIELD, text, "")));
    }
}
