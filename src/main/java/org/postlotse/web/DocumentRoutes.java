package org.postlotse.web;

import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.postlotse.document.Answer;
import org.postlotse.document.DocumentFormat;
import org.postlotse.document.Formats;
import org.postlotse.document.Inquiry;
import org.postlotse.document.Route;
import org.postlotse.document.Route.Method;

/**
 * Where mail programs ask for their settings: every format's own routes. They change nothing, know no session and ask
 * nobody to log in.
 */
@Singleton
final class DocumentRoutes {
    private final Formats formats;
    private final ExecutorService threads;

    @Inject
    DocumentRoutes(Formats formats, @VirtualThreads ExecutorService threads) {
        this.formats = formats;
        this.threads = threads;
    }

    void bind(@Observes Router router) {
        for (var format : formats.all())
            for (var route : format.routes()) bound(router, route).handler(context -> serve(context, format, route));
    }

    private static io.vertx.ext.web.Route bound(Router router, Route route) {
        return route.anyCase()
                ? router.routeWithRegex("(?i)" + Pattern.quote(route.path()))
                : router.route(route.path());
    }

    private void serve(RoutingContext context, DocumentFormat format, Route route) {
        var request = context.request();
        var reply = new DocumentReply(request);
        var method = method(request.method()).filter(route.methods()::contains);
        if (method.isEmpty()) {
            reply.methodNotAllowed(route.methods());
            return;
        }
        // a body that breaks off is a client that has gone: there is nobody to answer
        body(request, method.get())
                .onSuccess(body -> answer(context, format, inquiry(request, method.get(), body))
                        .onSuccess(reply::send)
                        .onFailure(fault -> reply.broken(format.id(), fault)));
    }

    private static Optional<Method> method(HttpMethod method) {
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) return Optional.of(Method.GET);
        return method.equals(HttpMethod.POST) ? Optional.of(Method.POST) : Optional.empty();
    }

    private static Future<byte[]> body(HttpServerRequest request, Method method) {
        return switch (method) {
            case GET -> Future.succeededFuture(new byte[0]);
            case POST -> BoundedBody.of(request, Inquiry.LONGEST_BODY);
        };
    }

    private static Inquiry inquiry(HttpServerRequest request, Method method, byte[] body) {
        var query = request.query();
        return new Inquiry(method, RequestedHost.of(request), query == null ? "" : query, body);
    }

    /** Not on the event loop: who is served may have to be asked of DNS. */
    private Future<Answer> answer(RoutingContext context, DocumentFormat format, Inquiry inquiry) {
        return Future.fromCompletionStage(
                CompletableFuture.supplyAsync(() -> format.answer(inquiry), threads),
                context.vertx().getOrCreateContext());
    }
}
