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
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.guide.Guide;
import org.postlotse.guide.Guides;
import org.postlotse.guide.Phrase;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Tile;

/** The questions with tiles: device, program, change or add, IMAP or POP3. */
@Path("{language}/s/{sealed}")
@RunOnVirtualThread
class QuestionPages {
    private final Visits visits;
    private final Guides guides;
    private final Course course;
    private final Trail trail;
    private final Texts texts;
    private final Clock clock;

    @Inject
    QuestionPages(Visits visits, Guides guides, Course course, Trail trail, Texts texts, Clock clock) {
        this.visits = visits;
        this.guides = guides;
        this.course = course;
        this.trail = trail;
        this.texts = texts;
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
        var tiles = new ArrayList<Tile>();
        for (var device : GuessedDevice.first(guess))
            tiles.add(tile(
                    frame,
                    "device." + device.key(),
                    guess.filter(device::equals).isPresent() ? texts.get(frame, "choice.guess") : "",
                    fresh.on(device)));
        return choice(frame, "device", tiles, frame.home() + "/mailbox");
    }

    @GET
    @Path("program")
    public TemplateInstance program(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var tiles = new ArrayList<Tile>();
        for (var guide : guidesFor(journey)) tiles.add(tile(frame, guide, journey));
        tiles.add(plain(frame, "program.other", trail.to(frame, journey, "other")));
        tiles.add(plain(frame, "program.unknown", trail.to(frame, journey, "recognise")));
        return choice(frame, "program", tiles, trail.to(frame, journey, "device"));
    }

    @GET
    @Path("recognise")
    public TemplateInstance recognise(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var portraits = guidesFor(journey).stream()
                .map(guide -> new Recognition.Portrait(
                        tile(frame, guide, journey), guide.portrait(course.filling(frame, journey))))
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
        var tiles = guide.routes().stream()
                .map(route -> tile(
                        frame,
                        "route." + route.key(),
                        route == guide.routes().getFirst() ? texts.get(frame, "choice.recommended") : "",
                        journey.by(route)))
                .toList();
        return choice(frame, "route", tiles, trail.to(frame, journey, "program"));
    }

    @GET
    @Path("protocol")
    public TemplateInstance protocol(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var guide = course.guide(journey).orElseThrow(ExpiredLink::new);
        var tiles = course.offer(frame, journey).incoming().stream()
                .map(server -> server.protocol())
                .distinct()
                .map(protocol -> tile(frame, "protocol." + protocol.key(), "", journey.fetchingWith(protocol)))
                .toList();
        var hints = guide.protocolHint(course.filling(frame, journey));
        return new Pages.Choice(frame, "protocol", tiles, hints, trail.to(frame, journey, "route"));
    }

    private List<Guide> guidesFor(Journey journey) {
        return journey.device().map(guides::on).orElseGet(guides::all);
    }

    private Tile tile(Frame frame, Guide guide, Journey journey) {
        return tile(frame, guide.name(frame.language()), recognised(guide, frame), "", journey.with(guide.id()));
    }

    private static String recognised(Guide guide, Frame frame) {
        return guide.recognise(frame.language()).stream().map(Phrase::plain).collect(Collectors.joining(" "));
    }

    private Tile tile(Frame frame, String key, String badge, Journey answered) {
        return tile(frame, word(frame, key, "title"), word(frame, key, "hint"), badge, answered);
    }

    private Tile tile(Frame frame, String words, String hint, String badge, Journey answered) {
        var next = course.next(frame, answered);
        return new Tile(words, hint, badge, trail.to(frame, next.journey(), next.page()));
    }

    private Tile plain(Frame frame, String key, String href) {
        return new Tile(word(frame, key, "title"), word(frame, key, "hint"), "", href);
    }

    private String word(Frame frame, String key, String part) {
        return texts.get(frame, "choice." + key + "." + part);
    }

    private static TemplateInstance choice(Frame frame, String question, List<Tile> tiles, String back) {
        return new Pages.Choice(frame, question, tiles, List.of(), back);
    }
}
