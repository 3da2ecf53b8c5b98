package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.guide.Device;
import org.postlotse.guide.FilledStep;
import org.postlotse.guide.Guide;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Position;
import org.postlotse.web.wizard.Pages.Ways;

/** What people do at their device: the steps of a guide, the six words of any program, the values at one glance. */
@Path("{language}/s/{sealed}")
@RunOnVirtualThread
class StepPages {
    /** The step of a guide at which the profile is downloaded. */
    private static final String PROFILE_STEP = "profile-load";

    /** Where a browser may store a profile and say nothing; a Mac shows it among the downloads. */
    private static final Set<Device> HANDHELD = Set.of(Device.IPHONE, Device.IPAD);

    private final Visits visits;
    private final Course course;
    private final Trail trail;
    private final Texts texts;

    @Inject
    StepPages(Visits visits, Course course, Trail trail, Texts texts) {
        this.visits = visits;
        this.course = course;
        this.trail = trail;
        this.texts = texts;
    }

    @GET
    @Path("step/{number}")
    public Object step(@Context HttpServerRequest request, @RestPath String sealed, @RestPath int number) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var next = course.next(frame, journey);
        if (!next.page().equals(Course.FIRST_STEP))
            return Response.seeOther(URI.create(trail.to(frame, next.journey(), next.page())))
                    .build();
        return stepPage(frame, next.journey(), course.guide(journey).orElseThrow(ExpiredLink::new), number);
    }

    private TemplateInstance stepPage(Frame frame, Journey journey, Guide guide, int number) {
        var route = journey.route().orElseThrow();
        int length = guide.length(route);
        if (number < 1 || number > length) throw new NotFoundException();
        var filling = course.filling(frame, journey);
        var step = guide.step(route, number, filling);
        return new Pages.Step(
                frame,
                guide.name(frame.language()),
                new Position(number, length + 1),
                step,
                new Ways(
                        trail.to(
                                frame,
                                journey,
                                number == 1 ? course.beforeTheSteps(frame, journey) : "step/" + (number - 1)),
                        trail.to(
                                frame,
                                journey,
                                number == length ? course.afterTheSteps(journey) : "step/" + (number + 1)),
                        new Pages.Aside(
                                trail.to(frame, journey, "settings"),
                                trail.to(frame, journey, "other"),
                                trail.to(frame, journey, "elsewhere/step/" + number),
                                trail.to(frame, journey, "sheet")),
                        ProgramLanguage.of(
                                guide, filling, lang -> trail.to(frame, journey.speaking(lang), "step/" + number)),
                        download(frame, journey, number, step)));
    }

    /** A profile needs an address; the step says so where there is none. */
    private Optional<Pages.Download> download(Frame frame, Journey journey, int number, FilledStep step) {
        if (!step.id().equals(PROFILE_STEP)) return Optional.empty();
        return Optional.of(new Pages.Download(
                journey.mailbox().map(known -> trail.to(frame, journey, "profile.mobileconfig")),
                journey.device()
                        .filter(HANDHELD::contains)
                        .map(known -> trail.to(frame, journey, "nothing/" + number))));
    }

    @GET
    @Path("other")
    public TemplateInstance other(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        return new Pages.Other(
                frame,
                course.offer(frame, journey),
                login(frame, journey),
                trail.to(frame, journey, course.afterTheSteps(journey)),
                trail.to(frame, journey, "program"));
    }

    @GET
    @Path("sender")
    public TemplateInstance sender(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        return new Pages.Sender(
                frame,
                course.offer(frame, journey),
                login(frame, journey),
                trail.to(frame, journey, course.afterTheSteps(journey)),
                trail.to(frame, journey, "device"));
    }

    @GET
    @Path("settings")
    public TemplateInstance settings(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var words = new Overview.Words(texts, frame);
        var overview = Overview.of(course.offer(frame, journey), journey.mailbox(), words);
        return new Pages.Settings(
                frame,
                overview,
                trail.to(frame, journey, "device"),
                trail.to(frame, journey, "now"),
                trail.to(frame, journey, "sheet"),
                new Pages.Shortcuts(
                        journey.mailbox().map(known -> trail.to(frame, journey, "android")),
                        trail.to(frame, journey, "profiles")));
    }

    private Login login(Frame frame, Journey journey) {
        return Login.of(course.offer(frame, journey), journey.mailbox());
    }
}
