package org.postlotse.web.wizard;

import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** The page that watches, for browsers with script: its changing part is sent as soon as a log-in is seen. */
@Path("{language}/s/{sealed}/watch/live")
class LiveWatchPages {
    private final WatchDesk desk;
    private final LiveWatch live;

    @Inject
    LiveWatchPages(WatchDesk desk, LiveWatch live) {
        this.desk = desk;
        this.live = live;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> live(@Context HttpServerRequest request, @RestPath String sealed) {
        var watch = desk.open(request, sealed).orElseThrow(ExpiredLink::new);
        // of a stream of events, Quarkus leaves out the headers that it is given with it
        request.response()
                .putHeader("Cache-Control", "no-store")
                // nginx would otherwise keep the events until there are enough of them
                .putHeader("X-Accel-Buffering", "no");
        return live.of(new LiveWatch.Whom(watch.mailbox(), watch.address()), watch::part);
    }
}
