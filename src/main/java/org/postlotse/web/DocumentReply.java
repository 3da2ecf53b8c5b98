package org.postlotse.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.postlotse.document.Answer;
import org.postlotse.document.Document;
import org.postlotse.document.NotServed;
import org.postlotse.document.Route.Method;

/**
 * The answer to a mail program: a document, or a status with a plain sentence. Never 401, never a page: programs take
 * the first for a wrong password and the second for a broken document (Thunderbird 149, 2026-01).
 */
record DocumentReply(HttpServerRequest request) {
    private static final Logger LOG = Logger.getLogger(DocumentReply.class);

    void send(Answer answer) {
        switch (answer) {
            case Document document -> end(200, document.contentType(), Buffer.buffer(document.bytes()));
            case NotServed() -> plain(404, "No settings for this domain here.");
        }
    }

    void methodNotAllowed(Set<Method> methods) {
        var allowed = new TreeSet<String>();
        methods.forEach(method -> allowed.add(method.name()));
        if (methods.contains(Method.GET)) allowed.add(HttpMethod.HEAD.name());
        request.response().putHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
        plain(405, "This address is read, not written to.");
    }

    void broken(String format, Throwable fault) {
        LOG.errorf(fault, "no answer from %s", format);
        if (!request.response().ended()) plain(503, "Something is broken here. Please try again later.");
    }

    private void plain(int status, String sentence) {
        end(status, "text/plain; charset=utf-8", Buffer.buffer(sentence + "\n"));
    }

    private void end(int status, String contentType, Buffer body) {
        var response = request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                .putHeader(HttpHeaders.CACHE_CONTROL, caching(status));
        // the default of nginx' proxy_cache_key leaves the host out; this keeps such a cache from mixing domains and
        // brands
        response.headers().add(HttpHeaders.VARY, HttpHeaders.HOST);
        if (request.method().equals(HttpMethod.HEAD))
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        else response.end(body);
    }

    /** An hour for what is the same for everybody who asks so; what was posted an address is nobody else's. */
    private String caching(int status) {
        return status == 200 && !request.method().equals(HttpMethod.POST) ? "public, max-age=3600" : "no-store";
    }
}
