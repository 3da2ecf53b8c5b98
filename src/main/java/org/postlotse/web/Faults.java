package org.postlotse.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.postlotse.document.SigningBroken;

/** What went wrong, in the reader's words, once for the whole product. */
final class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // none that looks like another
    private static final int NUMBER_LENGTH = 6;

    private final Visits visits;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Faults(Visits visits) {
        this.visits = visits;
    }

    /** There is no such page. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NotFound(Frame frame) implements TemplateInstance {}

    /** The request can not be understood. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BadRequest(Frame frame) implements TemplateInstance {}

    /** Something broke; the number finds it in the log. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Broken(Frame frame, String incident) implements TemplateInstance {}

    @ServerExceptionMapper
    Uni<Response> refused(WebApplicationException refusal, @Context HttpServerRequest request) {
        int status = refusal.getResponse().getStatus();
        if (status >= 500) return broken(refusal, request);
        if (Problem.at(request.path()))
            return problem(status, "Nothing here is asked for like this; see /api/openapi.");
        var frame = visits.of(request).frame();
        return page(status, status == 404 || status == 405 ? new NotFound(frame) : new BadRequest(frame));
    }

    @ServerExceptionMapper
    Uni<Response> broken(RuntimeException fault, @Context HttpServerRequest request) {
        return broken(500, fault, request);
    }

    /** Operators are told by health and metrics; the customer can come back. */
    @ServerExceptionMapper
    Uni<Response> unsigned(SigningBroken fault, @Context HttpServerRequest request) {
        return broken(503, fault, request);
    }

    private Uni<Response> broken(int status, RuntimeException fault, HttpServerRequest request) {
        var incident = number();
        LOG.errorf(fault, "incident %s", incident);
        if (Problem.at(request.path())) return problem(status, "Something broke: incident " + incident + ".");
        return page(status, new Broken(visits.of(request).frame(), incident));
    }

    /** A response that a mapper makes is not rendered by the pages' own handler: this does it. */
    private static Uni<Response> page(int status, TemplateInstance page) {
        return page.createUni()
                .map(html -> Response.status(status)
                        .entity(html)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static Uni<Response> problem(int status, String detail) {
        return Uni.createFrom().item(Problem.answer(status, detail));
    }

    private String number() {
        var number = new StringBuilder();
        for (int i = 0; i < NUMBER_LENGTH; i++) number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return number.toString();
    }
}
