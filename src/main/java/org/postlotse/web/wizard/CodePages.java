package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.document.Document;
import org.postlotse.document.Formats;
import org.postlotse.web.Frame;
import org.postlotse.web.Visits;

/**
 * A code that Thunderbird for Android scans from the computer's screen, and the same as a file. Neither has a password: the
 * app asks for it.
 */
@Path("{language}/s/{sealed}/android")
@RunOnVirtualThread
class CodePages {
    private static final String SVG = "android-code-svg";
    private static final String FILE = "k9-settings";
    /** Formats that are somebody's own and have no place elsewhere. */
    private static final Set<String> FORMATS = Set.of(SVG, "android-code-png", FILE);

    private final Visits visits;
    private final Trail trail;
    private final Formats formats;

    @Inject
    CodePages(Visits visits, Trail trail, Formats formats) {
        this.visits = visits;
        this.trail = trail;
        this.formats = formats;
    }

    @GET
    public TemplateInstance page(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var code = write(SVG, frame, journey).map(known -> trail.to(frame, journey, "android/" + SVG));
        var mailbox = journey.mailbox().map(address -> address.display()).orElseThrow(NotFoundException::new);
        return new Pages.Android(
                frame,
                mailbox,
                code,
                trail.to(frame, journey, "android/" + FILE),
                trail.to(frame, journey, "settings"));
    }

    @GET
    @Path("{format}")
    public Response file(@Context HttpServerRequest request, @RestPath String sealed, @RestPath String format) {
        var document = write(format, visits.ofPage(request).frame(), trail.read(sealed))
                .orElseThrow(NotFoundException::new);
        var response =
                Response.ok(document.bytes(), document.contentType()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (format.equals(FILE))
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + document.fileName() + "\"");
        return response.build();
    }

    private Optional<Document> write(String format, Frame frame, Journey journey) {
        return journey.mailbox()
                .flatMap(mailbox -> Optional.of(format)
                        .filter(FORMATS::contains)
                        .flatMap(formats::find)
                        .map(known -> formats.write(known, mailbox, frame.language())))
                .filter(Document.class::isInstance)
                .map(Document.class::cast);
    }
}
