package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.document.Profiles;
import org.postlotse.web.Frame;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Complaint;

/** An Apple profile for several mailboxes of one customer, with calendars and contacts where the hoster has them. */
@Path("{language}/s/{sealed}/profiles")
@RunOnVirtualThread
class ProfilePages {
    private final Visits visits;
    private final Trail trail;
    private final Catalogue catalogue;
    private final Profiles profiles;

    @Inject
    ProfilePages(Visits visits, Trail trail, Catalogue catalogue, Profiles profiles) {
        this.visits = visits;
        this.trail = trail;
        this.catalogue = catalogue;
        this.profiles = profiles;
    }

    @GET
    public TemplateInstance form(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var own = journey.mailbox().map(EmailAddress::display).orElse("");
        return page(frame, journey, ProfileForm.of(own), Complaint.none());
    }

    /** A POST, because addresses have no place in an URL; Safari installs what a form is answered with, too. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response download(@Context HttpServerRequest request, @RestPath String sealed, byte[] body) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var form = ProfileForm.read(body);
        return switch (form.order(catalogue, journey.incoming(), frame.language())) {
            case ProfileForm.Wrong wrong ->
                Response.status(422)
                        .entity(page(frame, journey, form, wrong.complaint()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case ProfileForm.Wanted wanted -> {
                var profile = profiles.write(wanted.order());
                yield Response.ok(profile.bytes(), profile.contentType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + profile.fileName() + "\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            }
        };
    }

    private TemplateInstance page(Frame frame, Journey journey, ProfileForm form, Complaint complaint) {
        return new Pages.Profile(
                frame,
                form,
                complaint,
                frame.provider().calendars().isPresent(),
                frame.provider().contacts().isPresent(),
                new Pages.ProfileWays(
                        trail.to(frame, journey, "profiles"), trail.to(frame, journey, "settings"), profiles.signed()));
    }
}
