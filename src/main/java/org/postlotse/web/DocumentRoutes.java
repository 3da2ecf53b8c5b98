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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.postlotse.document.Answer;
import org.postlotse.document.Document;
import org.postlotse.document.DocumentFormat;
import org.postlotse.document.Formats;
import org.postlotse.document.Inquiry;
import org.postlotse.document.Moved;
import org.postlotse.document.NotServed;
import org.postlotse.document.Refused;
import org.postlotse.document.Route;
import org.postlotse.document.Route.Method;
import org.postlotse.document.Unfit;
import org.postlotse.web.PreparedDocuments.Asked;

/**
 * Where mail programs ask for their settings: every format's own routes. They change nothing, know no session and ask
 * nobody to log in.
 */
@Singleton
final class DocumentRoutes {
    private static final byte[] NOTHING = {};
    /** Where others have documents of their own (RFC 8615). */
    private static final Set<String> SHARED = Set.of("", "/.well-known");

    /** Before Quarkus asks who is asking, and matches every page's path for its metrics: half of the time of an answer. */
    static final int BEFORE_PAGES = -1_000_000;

    private static final int AFTER_FORMATS = 1_000;

    private final Formats formats;
    private final Proxies proxies;
    private final PreparedDocuments prepared;
    private final ExecutorService threads;

    @Inject
    DocumentRoutes(
            Formats formats, Proxies proxies, PreparedDocuments prepared, @VirtualThreads ExecutorService threads) {
        this.formats = formats;
        this.proxies = proxies;
        this.prepared = prepared;
        this.threads = threads;
    }

    void bind(@Observes Router router) {
        for (var format : formats.all())
            for (var route : format.routes())
                bound(router, route).order(BEFORE_PAGES).handler(context -> serve(context, format, route));
        formats.all().stream()
                .flatMap(format -> format.routes().stream())
                .map(Route::directory)
                .filter(directory -> !SHARED.contains(directory))
                .distinct()
                .forEach(directory -> beside(router, directory));
    }

    /** Misspelt look-ups get no page either. */
    private static void beside(Router router, String directory) {
        router.routeWithRegex("(?i)" + Pattern.quote(directory) + "/.*")
                .order(AFTER_FORMATS)
                .handler(context -> new DocumentReply(context.request()).notServed());
    }

    private static io.vertx.ext.web.Route bound(Router router, Route route) {
        if (!route.anyCase() && !route.open()) return router.route(route.path());
        var path = (route.anyCase() ? "(?i)" : "") + Pattern.quote(route.path());
        return router.routeWithRegex(route.open() ? path + "(?:/[^/]*)?" : path);
    }

    private void serve(RoutingContext context, DocumentFormat format, Route route) {
        var request = context.request();
        var reply = new DocumentReply(request);
        var method = method(request.method()).filter(route.methods()::contains);
        if (HttpMethod.OPTIONS.equals(request.method())) reply.options(route.methods());
        else if (method.isEmpty()) reply.methodNotAllowed(route.methods());
        else if (method.get() == Method.POST) posted(context, format, reply);
        else asked(context, format, route, reply);
    }

    private static Optional<Method> method(HttpMethod method) {
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) return Optional.of(Method.GET);
        return method.equals(HttpMethod.POST) ? Optional.of(Method.POST) : Optional.empty();
    }

    /** At once, where the document lies ready. */
    private void asked(RoutingContext context, DocumentFormat format, Route route, DocumentReply reply) {
        var inquiry = on(route, context.request(), inquiry(context.request(), Method.GET, NOTHING));
        var everybody = PreparedDocuments.asked(format, inquiry);
        everybody
                .flatMap(prepared::find)
                .ifPresentOrElse(
                        reply::send,
                        () -> answer(context, format, inquiry)
                                .onSuccess(answer -> send(answer, everybody, reply))
                                .onFailure(fault -> reply.broken(format.id(), fault)));
    }

    private void send(Answer answer, Optional<Asked> everybody, DocumentReply reply) {
        switch (answer) {
            case Document document ->
                reply.send(
                        everybody.map(asked -> prepared.keep(asked, document)).orElseGet(() -> Prepared.of(document)));
            case Refused(var status, var words) -> reply.refused(status, Prepared.of(words));
            case Moved(var where) -> reply.moved(where);
            case Unfit _ -> reply.unfit();
            case NotServed() -> reply.notServed();
        }
    }

    private void posted(RoutingContext context, DocumentFormat format, DocumentReply reply) {
        // a body that breaks off is a client that has gone: there is nobody to answer
        BoundedBody.of(context.request(), Inquiry.LONGEST_BODY)
                .onSuccess(body -> answer(context, format, inquiry(context.request(), Method.POST, body))
                        .onSuccess(answer -> {
                            switch (answer) {
                                case Document document -> reply.sendOnce(Prepared.of(document));
                                case Refused(var status, var words) -> reply.refused(status, Prepared.of(words));
                                case Moved(var where) -> reply.moved(where);
                                case Unfit _ -> reply.unfit();
                                case NotServed() -> reply.notServed();
                            }
                        })
                        .onFailure(fault -> reply.broken(format.id(), fault)));
    }

    private Inquiry inquiry(HttpServerRequest request, Method method, byte[] body) {
        var query = request.query();
        var inquiry = new Inquiry(method, proxies.host(request), query == null ? "" : query, body);
        return proxies.unencrypted(request) ? inquiry.byHttp() : inquiry;
    }

    private static Inquiry on(Route route, HttpServerRequest request, Inquiry inquiry) {
        var path = request.path();
        return route.open() && path != null ? inquiry.below(path.substring(path.lastIndexOf('/') + 1)) : inquiry;
    }

    /** Not on the event loop: who is served may have to be asked of DNS. */
    private Future<Answer> answer(RoutingContext context, DocumentFormat format, Inquiry inquiry) {
        return Future.fromCompletionStage(
                CompletableFuture.supplyAsync(() -> format.answer(inquiry), threads),
                context.vertx().getOrCreateContext());
    }
}
