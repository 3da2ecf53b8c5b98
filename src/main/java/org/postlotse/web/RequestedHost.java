package org.postlotse.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The host that a request is for. */
final class RequestedHost {
    private RequestedHost() {}

    /**
     * The target's, where it is in absolute form (RFC 9112 §3.2.2; Delta Chat 2.57.0, 2026-08, sends it so), else that
     * of the {@code Host} header or of a trusted proxy; empty when there is none.
     */
    static String of(HttpServerRequest request) {
        return target(request.uri()).orElseGet(() -> {
            var authority = request.authority();
            return authority == null ? "" : authority.host();
        });
    }

    private static Optional<String> target(String uri) {
        try {
            return uri.startsWith("/") ? Optional.empty() : Optional.ofNullable(new URI(uri).getHost());
        } catch (URISyntaxException rawCharacters) {
            return Optional.empty();
        }
    }
}
