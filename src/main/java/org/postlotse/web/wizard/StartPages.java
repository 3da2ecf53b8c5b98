package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
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
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Demonstration;
import org.postlotse.web.Texts;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Complaint;
import org.postlotse.web.wizard.Pages.Links;

/** Where everybody begins: the announcement, the first question, and all values at one glance. */
@Path("/")
@RunOnVirtualThread
class StartPages {
    private static final String FIELD = "mailbox";

    private final Visits visits;
    private final Catalogue catalogue;
    private final Course course;
    private final Trail trail;
    private final Texts texts;
    private final Clock clock;
    private final Instance<Demonstration> demonstrations;
    private final OtherBrands elsewhere;

    @Inject
    StartPages(
            Visits visits,
            Catalogue catalogue,
            Course course,
            Trail trail,
            Texts texts,
            Clock clock,
            Instance<Demonstration> demonstrations,
            OtherBrands elsewhere) {
        this.visits = visits;
        this.catalogue = catalogue;
        this.course = course;
        this.trail = trail;
        this.texts = texts;
        this.clock = clock;
        this.demonstrations = demonstrations;
        this.elsewhere = elsewhere;
    }

    @GET
    public Response root(@Context HttpServerRequest request) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create("/" + visits.preferred(request).toLanguageTag()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GET
    @Path("{language}")
    public TemplateInstance start(@Context HttpServerRequest request) {
        var frame = visits.ofPage(request).frame();
        var now = LocalDateTime.ofInstant(clock.instant(), catalogue.zone());
        return new Pages.Start(
                frame,
                Announcement.of(frame.brand().timeline(), now, Announcement.Spelling.of(texts, frame)),
                new Links(
                        frame.home() + "/mailbox",
                        trail.to(frame, Journey.begin(), "check"),
                        trail.to(frame, Journey.begin(), "now"),
                        frame.brand().publicUrl().getAuthority()),
                demonstrations.stream()
                        .filter(demo -> !demo.mailboxes().isEmpty())
                        .findFirst());
    }

    @GET
    @Path("{language}/mailbox")
    public TemplateInstance mailbox(@Context HttpServerRequest request) {
        return mailboxPage(request, "", Complaint.none());
    }

    @POST
    @Path("{language}/mailbox")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mailbox(@Context HttpServerRequest request, @RestForm(FIELD) Optional<String> typed) {
        return switch (TypedAddress.read(typed, FIELD, catalogue)) {
            case TypedAddress.Wrong wrong ->
                Response.status(422)
                        .entity(mailboxPage(request, typed.orElse(""), wrong.complaint()))
                        .build();
            case TypedAddress.Ours ours -> {
                var frame = visits.ofPage(request).frame();
                var next = course.next(frame, Journey.begin().of(ours.mailbox()));
                yield elsewhere.isElse(frame, ours.mailbox())
                        ? Response.ok(elsewhere.page(frame, next.journey(), next.page()))
                                .build()
                        : Response.seeOther(URI.create(trail.to(frame, next.journey(), next.page())))
                                .build();
            }
        };
    }

    @GET
    @Path("{language}/settings")
    public TemplateInstance settings(@Context HttpServerRequest request) {
        var frame = visits.ofPage(request).frame();
        var overview = Overview.of(frame.brand().standard(), Optional.empty(), new Overview.Words(texts, frame));
        return new Pages.Settings(
                frame,
                overview,
                frame.home() + "/mailbox",
                trail.to(frame, Journey.begin(), "now"),
                trail.to(frame, Journey.begin(), "sheet"),
                new Pages.Shortcuts(Optional.empty(), trail.to(frame, Journey.begin(), "profiles")));
    }

    private TemplateInstance mailboxPage(HttpServerRequest request, String typed, Complaint complaint) {
        var frame = visits.ofPage(request).frame();
        return new Pages.Mailbox(frame, typed, complaint, trail.to(frame, Journey.begin(), "device"));
    }
}
