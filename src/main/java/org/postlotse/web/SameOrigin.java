package org.postlotse.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.postlotse.catalogue.Catalogue;

/**
 * Refuses forms that another site sends in a visitor's name (cross-site request forgery). There is no session that could
 * be abused, but a stranger's page must not make its visitors check passwords. Browsers say where a form comes from: in
 * {@code Sec-Fetch-Site} (Fetch Metadata, W3C), older ones in {@code Origin} (RFC 6454 §7); who says neither is no browser
 * that could be misused.
 */
final class SameOrigin {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Catalogue catalogue;

    @Inject
    SameOrigin(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @ServerRequestFilter
    public Optional<Response> refuse(ContainerRequestContext request) {
        if (READING.contains(request.getMethod()) || own(request)) return Optional.empty();
        return Optional.of(Response.status(Response.Status.FORBIDDEN)
                .type("text/plain; charset=utf-8")
                .entity("This form was sent from another site.\n")
                .build());
    }

    private boolean own(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) return OWN.contains(site);
        var origin = request.getHeaderString("Origin");
        return origin == null
                || catalogue.brands().stream()
                        .anyMatch(brand -> origin.equals(brand.publicUrl().toString()))
                || origin.endsWith("://" + request.getHeaderString("Host"));
    }
}
