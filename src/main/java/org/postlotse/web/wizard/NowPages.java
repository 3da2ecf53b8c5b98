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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.comparison.Comparison;
import org.postlotse.comparison.Half;
import org.postlotse.comparison.Present;
import org.postlotse.web.Frame;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Complaint;

/**
 * "What do you have now?": the values of today beside those that must stand there. Nothing that is typed here is kept,
 * looked up or connected to.
 */
@Path("{language}/s/{sealed}/now")
@RunOnVirtualThread
class NowPages {
    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final Catalogue catalogue;
    private final Course course;
    private final Trail trail;
    private final OtherBrands elsewhere;

    @Inject
    NowPages(Visits visits, Catalogue catalogue, Course course, Trail trail, OtherBrands elsewhere) {
        this.visits = visits;
        this.catalogue = catalogue;
        this.course = course;
        this.trail = trail;
        this.elsewhere = elsewhere;
    }

    @GET
    public TemplateInstance form(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        return page(frame, trail.read(sealed), NowForm.empty(), Complaint.none(), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response compare(
            @Context HttpServerRequest request, @RestPath String sealed, MultivaluedMap<String, String> typed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var told = NowForm.read(typed);
        if (!told.told()) {
            var complaint = new Complaint("receiving-host", "now-empty", "");
            return answer(UNPROCESSABLE, page(frame, journey, told, complaint, Optional.empty()));
        }
        var known = known(frame, journey, told);
        if (known.mailbox().filter(mailbox -> elsewhere.isElse(frame, mailbox)).isPresent())
            return answer(Response.Status.OK.getStatusCode(), elsewhere.page(frame, known, "now"));
        var comparison = new Comparison(
                course.offer(frame, known), known.mailbox(), frame.brand().oldHosts());
        var next = course.next(frame, known);
        var result = NowView.Result.of(comparison, told, trail.to(frame, next.journey(), next.page()));
        return answer(
                Response.Status.OK.getStatusCode(), page(frame, known, told, Complaint.none(), Optional.of(result)));
    }

    private TemplateInstance page(
            Frame frame, Journey journey, NowForm told, Complaint complaint, Optional<NowView.Result> result) {
        return new Pages.Now(
                frame,
                NowView.Form.of(told),
                complaint,
                result,
                trail.to(frame, journey, "settings"),
                trail.to(frame, journey, "now"));
    }

    /** A user name that is an address of ours tells the mailbox; a protocol on offer is the one that the steps are for. */
    private Journey known(Frame frame, Journey journey, NowForm told) {
        var mailbox = journey.mailbox()
                .or(() -> Arrays.stream(Half.values())
                        .map(told.halves()::of)
                        .map(Present::user)
                        .flatMap(user -> EmailAddress.parse(user).stream())
                        .filter(address -> catalogue.offer(address).isPresent())
                        .findFirst());
        var addressed = mailbox.map(journey::of).orElse(journey);
        return told.halves()
                .receiving()
                .protocol()
                .filter(course.offer(frame, addressed)::offers)
                .map(addressed::fetchingWith)
                .orElse(addressed);
    }

    private static Response answer(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
