package org.postlotse.web;

import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Requests that are no HTTP, such as one without a {@code Host} (RFC 9112 §3.2). Everybody on the Internet may send them:
 * they are answered in a few words, and no line in the log is made of them.
 */
@Singleton
final class BrokenRequests {
    private static final int BAD_REQUEST = 400;

    @Inject
    BrokenRequests() {}

    void refuse(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(BrokenRequests::answer);
    }

    private static void answer(RoutingContext context) {
        if (context.statusCode() != BAD_REQUEST || !(context.failure() instanceof VertxException)) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(BAD_REQUEST)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end("This request names no host.\n");
    }
}
