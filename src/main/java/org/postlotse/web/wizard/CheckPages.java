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
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.probe.Secret;
import org.postlotse.web.Frame;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Complaint;

/** The check of address and password: asked for here and nowhere else, and nobody has to. */
@Path("{language}/s/{sealed}/check")
@RunOnVirtualThread
class CheckPages {
    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final Catalogue catalogue;
    private final Course course;
    private final Trail trail;
    private final CheckDesk desk;
    private final OtherBrands elsewhere;

    @Inject
    CheckPages(Visits visits, Catalogue catalogue, Course course, Trail trail, CheckDesk desk, OtherBrands elsewhere) {
        this.visits = visits;
        this.catalogue = catalogue;
        this.course = course;
        this.trail = trail;
        this.desk = desk;
        this.elsewhere = elsewhere;
    }

    @GET
    public TemplateInstance form(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        return form(frame, journey, typed(journey), Complaint.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@Context HttpServerRequest request, @RestPath String sealed, byte[] body) {
        var visit = visits.ofPage(request);
        var frame = visit.frame();
        var journey = trail.read(sealed);
        var form = CheckForm.read(body);
        try {
            return switch (TypedAddress.read(form.mailbox(), "mailbox", catalogue)) {
                case TypedAddress.Wrong wrong -> again(frame, journey, form, wrong.complaint());
                case TypedAddress.Ours ours
                when elsewhere.isElse(frame, ours.mailbox()) ->
                    page(
                            Response.Status.OK.getStatusCode(),
                            elsewhere.page(frame, journey.of(ours.mailbox()), "check"));
                case TypedAddress.Ours ours
                when form.password().isEmpty() ->
                    again(frame, journey, form, new Complaint("password", "password-empty", ""));
                case TypedAddress.Ours ours ->
                    answer(frame, journey.of(ours.mailbox()), desk.check(ours.mailbox(), form, visit.network()));
            };
        } finally {
            form.password().ifPresent(Secret::close);
        }
    }

    private Response answer(Frame frame, Journey journey, CheckDesk.Answer answer) {
        var done = trail.to(frame, journey, "done");
        return switch (answer) {
            case CheckDesk.Answer.Checked checked ->
                page(
                        Response.Status.OK.getStatusCode(),
                        new Pages.Result(
                                frame, checked.outcome(), typed(journey), trail.to(frame, journey, "check"), done));
            case CheckDesk.Answer.Later later ->
                page(
                        Response.Status.TOO_MANY_REQUESTS.getStatusCode(),
                        new Pages.Wait(frame, Long.toString(later.minutes()), desk.clockTime(later, frame), done));
        };
    }

    private Response again(Frame frame, Journey journey, CheckForm form, Complaint complaint) {
        return page(UNPROCESSABLE, form(frame, journey, form.mailbox().orElse(""), complaint));
    }

    private TemplateInstance form(Frame frame, Journey journey, String mailbox, Complaint complaint) {
        return new Pages.Check(
                frame,
                mailbox,
                complaint,
                trail.to(frame, journey, "done"),
                trail.to(frame, journey, course.beforeTheCheck(journey)));
    }

    private static String typed(Journey journey) {
        return journey.mailbox().map(EmailAddress::display).orElse("");
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
