package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.Optional;

/**
 * What a form is answered with.
 *
 * @param status of HTTP
 * @param page to show
 * @param retryAfter when another try makes sense, where that is known
 */
record Reply(int status, TemplateInstance page, Optional<Duration> retryAfter) {
    private static final int UNPROCESSABLE = 422; // RFC 9110 §15.5.21

    static Reply ok(TemplateInstance page) {
        return new Reply(Status.OK.getStatusCode(), page, Optional.empty());
    }

    static Reply unprocessable(TemplateInstance page) {
        return new Reply(UNPROCESSABLE, page, Optional.empty());
    }

    static Reply forbidden(TemplateInstance page) {
        return new Reply(Status.FORBIDDEN.getStatusCode(), page, Optional.empty());
    }

    static Reply tooMany(TemplateInstance page, Duration pause) {
        return new Reply(Status.TOO_MANY_REQUESTS.getStatusCode(), page, Optional.of(pause));
    }

    /** Too much is asked for at this moment. */
    static Reply later(TemplateInstance page, Duration pause) {
        return new Reply(Status.SERVICE_UNAVAILABLE.getStatusCode(), page, Optional.of(pause));
    }

    /** Kept nowhere, neither by the browser nor on the way. */
    Response.ResponseBuilder response() {
        var response = Response.status(status).entity(page).header("Cache-Control", "no-store");
        retryAfter.ifPresent(
                pause -> response.header("Retry-After", pause.plusMillis(999).toSeconds()));
        return response;
    }
}
