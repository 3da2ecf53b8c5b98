package org.postlotse.web.wizard;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.postlotse.web.Visits;

/** Sends whoever opens a page of a mailbox at another brand's host to the host of the mailbox's own brand. */
final class RightHost {
    private static final Pattern SEALED = Pattern.compile("/[a-z-]+/s/([^/]+)/.+");

    private final Visits visits;
    private final Trail trail;
    private final OtherBrands others;

    @Inject
    RightHost(Visits visits, Trail trail, OtherBrands others) {
        this.visits = visits;
        this.trail = trail;
        this.others = others;
    }

    @ServerRequestFilter
    public Optional<Response> lead(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET)) return Optional.empty();
        var path = Optional.ofNullable(request.path()).orElse("");
        var sealed = SEALED.matcher(path);
        if (!sealed.matches()) return Optional.empty();
        return trail.find(sealed.group(1))
                .flatMap(journey -> others.home(visits.of(request).frame().brand(), journey, path))
                .map(there -> Response.status(Response.Status.FOUND)
                        .location(there)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
