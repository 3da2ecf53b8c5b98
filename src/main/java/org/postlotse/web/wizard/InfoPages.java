package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.LocalDateTime;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.web.Texts;
import org.postlotse.web.Visits;

/** What people may want to know beside the way: whether a mail is real, what it is all about, for whom the pages work. */
@Path("{language}")
@RunOnVirtualThread
class InfoPages {
    private final Visits visits;
    private final Catalogue catalogue;
    private final Texts texts;
    private final Clock clock;

    @Inject
    InfoPages(Visits visits, Catalogue catalogue, Texts texts, Clock clock) {
        this.visits = visits;
        this.catalogue = catalogue;
        this.texts = texts;
        this.clock = clock;
    }

    @GET
    @Path("real")
    public TemplateInstance real(@Context HttpServerRequest request) {
        var frame = visits.ofPage(request).frame();
        return new Pages.Real(frame, frame.brand().publicUrl().getAuthority());
    }

    @GET
    @Path("easy")
    public TemplateInstance easy(@Context HttpServerRequest request) {
        var frame = visits.ofPage(request).frame();
        var now = LocalDateTime.ofInstant(clock.instant(), catalogue.zone());
        var announcement = Announcement.of(frame.brand().timeline(), now, Announcement.Spelling.of(texts, frame));
        return new Pages.Easy(frame, announcement, frame.home() + "/mailbox");
    }

    @GET
    @Path("accessibility")
    public TemplateInstance accessibility(@Context HttpServerRequest request) {
        return new Pages.Accessibility(visits.ofPage(request).frame());
    }
}
