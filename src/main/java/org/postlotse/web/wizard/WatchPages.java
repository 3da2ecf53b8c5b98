package org.postlotse.web.wizard;

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
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.campaign.CampaignSettings;
import org.postlotse.campaign.Counters;
import org.postlotse.campaign.Proof;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Logins;
import org.postlotse.guide.Guides;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.Visits;

/**
 * The proof without a password: whoever came by a letter sees what the mail servers' logs show of the mailbox. Nobody else
 * does: strangers would learn whether there is such a mailbox.
 */
@Path("{language}/s/{sealed}/watch")
@RunOnVirtualThread
class WatchPages {
    private final Visits visits;
    private final Trail trail;
    private final Course course;
    private final Logins logins;
    private final Catalogue catalogue;
    private final Guides guides;
    private final Texts texts;
    private final CampaignSettings settings;
    private final Counters counters;

    @Inject
    WatchPages(
            Visits visits,
            Trail trail,
            Course course,
            Logins logins,
            Catalogue catalogue,
            Guides guides,
            Texts texts,
            CampaignSettings settings,
            Counters counters) {
        this.visits = visits;
        this.trail = trail;
        this.course = course;
        this.logins = logins;
        this.catalogue = catalogue;
        this.guides = guides;
        this.texts = texts;
        this.settings = settings;
        this.counters = counters;
    }

    @GET
    public Response page(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        if (journey.vouched().isEmpty())
            return Response.seeOther(URI.create(trail.to(frame, journey, "check")))
                    .build();
        counters.step("watching", journey.program().orElse(""));
        var watched = watched(frame, journey);
        return fresh(new Pages.Watch(
                frame,
                journey.mailbox().map(EmailAddress::display).orElseThrow(),
                watched,
                ways(frame, journey, watched)));
    }

    /** The part that changes, asked for every second by the page's script. */
    @GET
    @Path("state")
    public Response state(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        if (journey.vouched().isEmpty()) throw new ExpiredLink();
        var watched = watched(frame, journey);
        return fresh(new Pages.WatchState(frame, watched, ways(frame, journey, watched)));
    }

    private static Response fresh(TemplateInstance page) {
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private Watched watched(Frame frame, Journey journey) {
        var devices = logins.devices(journey.mailbox().orElseThrow());
        return Watched.of(
                Proof.since(journey.vouched().orElseThrow(), devices),
                settings.cleanDays(),
                guides,
                new When(texts, frame, catalogue.zone()));
    }

    private Pages.WatchWays ways(Frame frame, Journey journey, Watched watched) {
        return new Pages.WatchWays(
                trail.to(frame, journey, course.beforeTheCheck(journey)),
                trail.to(frame, journey, "watch"),
                trail.to(frame, journey, "settings"),
                trail.to(frame, journey, "check"),
                trail.to(frame, watched.all() ? journey.finished() : journey, "done"));
    }
}
