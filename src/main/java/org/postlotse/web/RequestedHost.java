package org.postlotse.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The host that a request names, in lower case and without a port. */
final class RequestedHost {
    private RequestedHost() {}

    /**
     * The target's, where it is in absolute form (RFC 9112 §3.2.2; Delta Chat 2.57.0, 2026-08, sends it so), else that
     * of the {@code Host} header or of HTTP/2's {@code :authority}; empty when there is none.
     */
    static String of(HttpServerRequest request) {
        var uri = request.uri();
        if (!uri.startsWith("/")) {
            var target = target(uri);
            if (target.isPresent()) return withoutPort(target.get());
        }
        return withoutPort(named(request));
    }

    private static String named(HttpServerRequest request) {
        // of HTTP/1 the header itself: Vert.x 4.5 logs an error for every request that has none
        if (request.version() != HttpVersion.HTTP_2)
            return one(request.headers().getAll(HttpHeaders.HOST));
        var authority = request.authority();
        return authority == null ? "" : authority.host();
    }

    /** Two say two things, and nobody knows which the proxy has read (RFC 9112 §3.2). */
    private static String one(List<String> hosts) {
        return hosts.size() == 1 ? hosts.getFirst() : "";
    }

    /** IPv6 addresses keep their brackets: nobody serves documents for addresses. */
    static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean oneColon = colon > host.lastIndexOf(']') && (host.startsWith("[") || host.indexOf(':') == colon);
        boolean port = oneColon && host.chars().skip(colon + 1L).allMatch(c -> c >= '0' && c <= '9');
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> target(String uri) {
        try {
            return Optional.ofNullable(new URI(uri).getHost());
        } catch (URISyntaxException rawCharacters) {
            return Optional.empty();
        }
    }
}
