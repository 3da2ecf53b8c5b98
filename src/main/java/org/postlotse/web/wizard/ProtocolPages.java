package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.catalogue.Protocol;
import org.postlotse.guide.Route;
import org.postlotse.web.Frame;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Tile;

/**
 * IMAP or POP3: with POP3 old mail may lie on the device alone, so nothing is removed before this is known. Whoever does not
 * know is shown where it stands, and where an account would be removed they are stopped until it is settled.
 */
@Path("{language}/s/{sealed}")
@RunOnVirtualThread
class ProtocolPages {
    private static final String WHAT_IS_THERE = "protocol";
    private static final String WHAT_SHALL_BE = "protocol-new";

    private final Visits visits;
    private final Course course;
    private final Trail trail;
    private final Tiles tiles;
    private final SeenProtocols seen;

    @Inject
    ProtocolPages(Visits visits, Course course, Trail trail, Tiles tiles, SeenProtocols seen) {
        this.visits = visits;
        this.course = course;
        this.trail = trail;
        this.tiles = tiles;
        this.seen = seen;
    }

    @GET
    @Path("protocol")
    public TemplateInstance protocol(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var guide = course.guide(journey).orElseThrow(ExpiredLink::new);
        var question = asked(journey);
        var answers = new ArrayList<>(answers(frame, journey, question));
        answers.add(
                question.equals(WHAT_SHALL_BE)
                        ? tiles.answer(
                                frame, question + ".unknown", "", journey.fetchingWith(preferred(frame, journey)))
                        : tiles.plain(frame, question + ".unknown", trail.to(frame, journey, "unsure")));
        return new Pages.Choice(
                frame, question, answers, tiles.about(frame, journey, guide), trail.to(frame, journey, "route"));
    }

    /** Where it stands in this program; the stop before an account is removed. */
    @GET
    @Path("unsure")
    public TemplateInstance unsure(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var guide = course.guide(journey).orElseThrow(ExpiredLink::new);
        var whole = course.next(frame, journey.fetchingWith(Protocol.IMAP));
        return new Recognition.Unsure(
                frame,
                guide.protocolHint(course.filling(frame, journey)),
                answers(frame, journey, WHAT_IS_THERE),
                Optional.of(trail.to(frame, whole.journey(), whole.page()))
                        .filter(known -> journey.route().filter(guide::removes).isPresent()
                                && course.offer(frame, journey).offers(Protocol.IMAP)),
                trail.to(frame, journey, "protocol"));
    }

    /** Whoever has no account in the program yet can not look there how it fetches mail. */
    private static String asked(Journey journey) {
        return journey.route().filter(Route.ADD::equals).isPresent() ? WHAT_SHALL_BE : WHAT_IS_THERE;
    }

    private List<Tile> answers(Frame frame, Journey journey, String question) {
        var marked = question.equals(WHAT_SHALL_BE)
                ? Map.of(preferred(frame, journey), "recommended")
                : seen.of(journey).map(known -> Map.of(known, "seen")).orElseGet(Map::of);
        return course.incoming(frame, journey).stream()
                .map(protocol -> tiles.answer(
                        frame,
                        question + "." + protocol.key(),
                        marked.containsKey(protocol) ? tiles.word(frame, marked.get(protocol)) : "",
                        journey.fetchingWith(protocol)))
                .toList();
    }

    private Protocol preferred(Frame frame, Journey journey) {
        return course.incoming(frame, journey).getFirst();
    }
}
