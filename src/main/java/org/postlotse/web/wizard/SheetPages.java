package org.postlotse.web.wizard;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Server;
import org.postlotse.document.AddressCode;
import org.postlotse.guide.FilledStep;
import org.postlotse.guide.Guide;
import org.postlotse.paper.Press;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.Visits;

/** All steps of a guide on paper: as a page that prints well, and as a PDF for those who print elsewhere or pass it on. */
@Path("{language}/s/{sealed}")
@RunOnVirtualThread
class SheetPages {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Visits visits;
    private final Course course;
    private final Trail trail;
    private final Texts texts;
    private final Press press;

    @Inject
    SheetPages(Visits visits, Course course, Trail trail, Texts texts, Press press) {
        this.visits = visits;
        this.course = course;
        this.trail = trail;
        this.texts = texts;
        this.press = press;
    }

    @GET
    @Path("sheet")
    public TemplateInstance page(@Context HttpServerRequest request, @RestPath String sealed) {
        return page(sheet(request, sealed), false);
    }

    @GET
    @Path("sheet.pdf")
    public Response pdf(@Context HttpServerRequest request, @RestPath String sealed) {
        var sheet = sheet(request, sealed);
        var paper = new Pages.Paper(sheet.frame(), printed(sheet), AddressCode.png(sheet.address()));
        return press.print(paper.render())
                .map(bytes -> Response.ok(bytes, "application/pdf")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + fileName(sheet) + "\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"))
                .orElseGet(() -> Reply.later(page(sheet, true), SOON).response())
                .build();
    }

    private TemplateInstance page(Sheet sheet, boolean busy) {
        var picture = AddressCode.svg(sheet.address(), texts.get(sheet.frame(), "sheet.picture"));
        return new Pages.Sheet(
                sheet.frame(),
                printed(sheet),
                new RawString(picture),
                new Pages.SheetWays(trail.to(sheet.frame(), sheet.journey(), "sheet.pdf"), sheet.back()),
                busy);
    }

    private Sheet sheet(HttpServerRequest request, String sealed) {
        var frame = visits.ofPage(request).frame();
        var stop = course.next(frame, trail.read(sealed));
        boolean steps = stop.page().equals(Course.FIRST_STEP);
        var page = steps ? stop.page() : "settings";
        return new Sheet(
                frame,
                stop.journey(),
                steps ? course.guide(stop.journey()) : Optional.empty(),
                trail.to(frame, stop.journey(), page),
                URI.create(frame.brand().publicUrl()
                        + trail.to(frame, stop.journey().alone(), page)));
    }

    /**
     * What is printed for whom.
     *
     * @param guide whose steps are printed; empty where not all is answered yet, and only values are
     * @param back where people came from
     * @param address the same page for a phone's camera
     */
    private record Sheet(Frame frame, Journey journey, Optional<Guide> guide, String back, URI address) {}

    private String fileName(Sheet sheet) {
        return texts.get(sheet.frame(), "sheet.file") + ".pdf";
    }

    private Printed printed(Sheet sheet) {
        var frame = sheet.frame();
        var offer = course.offer(frame, sheet.journey());
        return new Printed(
                sheet.guide().map(guide -> guide.name(frame.language())),
                sheet.guide().map(guide -> steps(sheet, guide)).orElse(List.of()),
                servers(offer, sheet.journey()),
                Login.of(offer, sheet.journey().mailbox()),
                frame.brand().publicUrl().getAuthority());
    }

    private List<FilledStep> steps(Sheet sheet, Guide guide) {
        var filling = course.filling(sheet.frame(), sheet.journey());
        var route = sheet.journey().route().orElseThrow(ExpiredLink::new);
        return IntStream.rangeClosed(1, guide.length(route))
                .mapToObj(number -> guide.step(route, number, filling))
                .toList();
    }

    /** Of several ways to fetch mail, the one that was chosen. */
    private static List<Server> servers(Offer offer, Journey journey) {
        var chosen = journey.incoming().filter(offer::offers);
        return offer.servers().stream()
                .filter(server -> !server.protocol().incoming()
                        || chosen.map(server.protocol()::equals).orElse(true))
                .toList();
    }
}
