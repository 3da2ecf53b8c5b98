package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.guide.Device;
import org.postlotse.guide.Guide;
import org.postlotse.guide.Guides;
import org.postlotse.web.Frame;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Tile;

/** The questions with tiles: device, program, change or add. */
@Path("{language}/s/{sealed}")
@RunOnVirtualThread
class QuestionPages {
    private final Visits visits;
    private final Guides guides;
    private final Course course;
    private final Trail trail;
    private final Tiles tiles;
    private final Clock clock;

    @Inject
    QuestionPages(Visits visits, Guides guides, Course course, Trail trail, Tiles tiles, Clock clock) {
        this.visits = visits;
        this.guides = guides;
        this.course = course;
        this.trail = trail;
        this.tiles = tiles;
        this.clock = clock;
    }

    @GET
    @Path("device")
    public TemplateInstance device(@Context HttpServerRequest request, @RestPath String sealed) {
        var visit = visits.ofPage(request);
        var frame = visit.frame();
        var journey = trail.read(sealed);
        // what was seen of one device proves nothing of the next
        var fresh = journey.vouched().isPresent() ? journey.vouched(clock.instant()) : journey;
        var guess = GuessedDevice.from(visit.userAgent());
        var answers = new ArrayList<Tile>();
        for (var device : GuessedDevice.first(guess))
            answers.add(tiles.answer(
                    frame,
                    "device." + device.key(),
                    guess.filter(device::equals).isPresent() ? tiles.word(frame, "guess") : "",
                    fresh.on(device)));
        answers.add(tiles.plain(frame, "device.unknown", trail.to(frame, fresh, "which-device")));
        return choice(frame, "device", answers, frame.home() + "/mailbox");
    }

    /** The same devices, each told by what it looks like. */
    @GET
    @Path("which-device")
    public TemplateInstance whichDevice(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var answers = Arrays.stream(Device.values())
                .map(device -> tiles.answer(frame, "which-device." + device.key(), "", journey.on(device)))
                .toList();
        return choice(frame, "which-device", answers, trail.to(frame, journey, "device"));
    }

    @GET
    @Path("program")
    public TemplateInstance program(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var answers = new ArrayList<Tile>();
        for (var guide : guidesFor(journey)) answers.add(tiles.program(frame, guide, journey));
        answers.add(tiles.plain(frame, "program.other", trail.to(frame, journey, "other")));
        answers.add(tiles.plain(frame, "program.unknown", trail.to(frame, journey, "recognise")));
        return choice(frame, "program", answers, trail.to(frame, journey, "device"));
    }

    @GET
    @Path("recognise")
    public TemplateInstance recognise(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var portraits = guidesFor(journey).stream()
                .map(guide -> new Recognition.Portrait(
                        tiles.program(frame, guide, journey), guide.portrait(course.filling(frame, journey))))
                .toList();
        return new Recognition.Recognise(
                frame,
                portraits,
                new Recognition.Ways(
                        trail.to(frame, journey, "browser"),
                        trail.to(frame, journey, "other"),
                        trail.to(frame, journey, "program")));
    }

    /** Who reads in the browser has no program that could log in, and is told so. */
    @GET
    @Path("browser")
    public TemplateInstance browser(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        return new Recognition.Browser(
                frame, trail.to(frame, journey.finished(), "done"), trail.to(frame, journey, "recognise"));
    }

    @GET
    @Path("route")
    public TemplateInstance route(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var guide = course.guide(journey).orElseThrow(ExpiredLink::new);
        var answers = guide.routes().stream()
                .map(route -> tiles.answer(
                        frame,
                        "route." + route.key(),
                        route == guide.routes().getFirst() ? tiles.word(frame, "recommended") : "",
                        journey.by(route)))
                .toList();
        return new Pages.Choice(
                frame, "route", answers, tiles.about(frame, journey, guide), trail.to(frame, journey, "program"));
    }

    private List<Guide> guidesFor(Journey journey) {
        return journey.device().map(guides::on).orElseGet(guides::all);
    }

    private static TemplateInstance choice(Frame frame, String question, List<Tile> tiles, String back) {
        return new Pages.Choice(frame, question, tiles, Optional.empty(), back);
    }
}
