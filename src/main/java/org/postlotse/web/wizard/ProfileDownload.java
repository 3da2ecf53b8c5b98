package org.postlotse.web.wizard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.document.Profiles;
import org.postlotse.web.Visits;

/** The Apple profile of the mailbox that is sealed into the way here; a real navigation, as Safari wants it. */
@Path("{language}/s/{sealed}/profile.mobileconfig")
@RunOnVirtualThread
class ProfileDownload {
    private final Visits visits;
    private final Course course;
    private final Trail trail;
    private final Profiles profiles;

    @Inject
    ProfileDownload(Visits visits, Course course, Trail trail, Profiles profiles) {
        this.visits = visits;
        this.course = course;
        this.trail = trail;
        this.profiles = profiles;
    }

    @GET
    public Response download(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var mailbox = journey.mailbox().orElseThrow(NotFoundException::new);
        var filling = course.filling(frame, journey);
        var profile = profiles.write(filling.offer(), mailbox, filling.incoming(), frame.language());
        return Response.ok(profile.bytes(), profile.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + profile.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
