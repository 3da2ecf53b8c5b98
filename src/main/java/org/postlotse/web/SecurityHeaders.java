package org.postlotse.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * What browsers are forbidden with everything that comes from here. Mail programs' documents are answered before: they
 * are no pages, and a header that no mail program reads costs as much as one that is read.
 */
@Singleton
final class SecurityHeaders {
    /** Before anything that may answer. */
    private static final int BEFORE_PAGES = DocumentRoutes.BEFORE_PAGES + 1;

    private static final List<Entry<CharSequence, CharSequence>> HEADERS = List.of(
            header("X-Content-Type-Options", "nosniff"),
            header("Referrer-Policy", "no-referrer"),
            header(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
            header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"),
            header("Cross-Origin-Opener-Policy", "same-origin"),
            header("X-Frame-Options", "DENY")); // browsers that do not know frame-ancestors

    @Inject
    SecurityHeaders() {}

    void bind(@Observes Router router) {
        router.route().order(BEFORE_PAGES).handler(SecurityHeaders::add);
    }

    private static void add(RoutingContext context) {
        var headers = context.response().headers();
        for (var header : HEADERS) headers.set(header.getKey(), header.getValue());
        context.next();
    }

    private static Entry<CharSequence, CharSequence> header(String name, String value) {
        return Map.entry(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }
}
