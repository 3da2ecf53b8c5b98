package org.postlotse.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.postlotse.document.Route.Method;

/**
 * The answer to a mail program: a document, or a status with a plain sentence. Never 401, never a page: programs take
 * the first for a wrong password and the second for a broken document (Thunderbird 149, 2026-01).
 */
record DocumentReply(HttpServerRequest request) {
    private static final Logger LOG = Logger.getLogger(DocumentReply.class);
    /** An hour for what is the same for everybody who asks so; and no proxy may alter what a digest in DNS is of. */
    private static final CharSequence AN_HOUR = HttpHeaders.createOptimized("public, max-age=3600, no-transform");

    // who opens such a link in a browser gets what it says that it is
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NOT_AT_ALL = HttpHeaders.createOptimized("no-store");
    // the default of nginx' proxy_cache_key leaves the host out; this keeps such a cache from mixing domains and brands
    private static final CharSequence HOST_AND_CODING = HttpHeaders.createOptimized("Host, Accept-Encoding");
    private static final CharSequence PLAIN_TEXT = HttpHeaders.createOptimized("text/plain; charset=utf-8");

    /** What was read with GET or HEAD. */
    void send(Prepared document) {
        var form = document.form(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        var response = request.response();
        response.headers()
                .set(HttpHeaders.ETAG, form.tag())
                .set(HttpHeaders.CACHE_CONTROL, AN_HOUR)
                .set(HttpHeaders.VARY, HOST_AND_CODING);
        if (Preference.has(request.getHeader(HttpHeaders.IF_NONE_MATCH), form.tag())) {
            response.headers().remove(HttpHeaders.CONTENT_ENCODING); // Quarkus has said “identity” already
            response.setStatusCode(304).end();
            return;
        }
        response.headers().set(HttpHeaders.CONTENT_ENCODING, form.coding());
        end(response, document.contentType(), form.length(), form.bytes());
    }

    /** What was posted an address for is nobody else's. */
    void sendOnce(Prepared document) {
        var response = request.response();
        response.headers().set(HttpHeaders.CACHE_CONTROL, NOT_AT_ALL);
        end(
                response,
                document.contentType(),
                document.plain().length(),
                document.plain().bytes());
    }

    /** Said in the words of the protocol. */
    void refused(int status, Prepared words) {
        request.response().setStatusCode(status);
        sendOnce(words);
    }

    /** For a moment only: a certificate of the domain's own may be there tomorrow. */
    void moved(URI where) {
        request.response().putHeader(HttpHeaders.LOCATION, where.toASCIIString());
        plain(302, "This is answered by https only.");
    }

    void unfit() {
        plain(404, "No settings of this kind here.");
    }

    void notServed() {
        plain(404, "No settings for this domain here.");
    }

    /** RFC 9110 §9.3.7. */
    void options(Set<Method> methods) {
        request.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ALLOW, allowed(methods))
                .end();
    }

    void methodNotAllowed(Set<Method> methods) {
        request.response().putHeader(HttpHeaders.ALLOW, allowed(methods));
        plain(405, "This address is read, not written to.");
    }

    void broken(String format, Throwable fault) {
        LOG.errorf(fault, "no answer from %s", format);
        if (!request.response().ended()) plain(503, "Something is broken here. Please try again later.");
    }

    private static String allowed(Set<Method> methods) {
        var allowed = new TreeSet<String>();
        allowed.add(HttpMethod.OPTIONS.name());
        methods.forEach(method -> allowed.add(method.name()));
        if (methods.contains(Method.GET)) allowed.add(HttpMethod.HEAD.name());
        return String.join(", ", allowed);
    }

    private void plain(int status, String sentence) {
        var body = Buffer.buffer(sentence + "\n");
        var response = request.response().setStatusCode(status);
        response.headers().set(HttpHeaders.CACHE_CONTROL, NOT_AT_ALL).set(HttpHeaders.VARY, HttpHeaders.HOST);
        end(response, PLAIN_TEXT, Integer.toString(body.length()), body);
    }

    private void end(HttpServerResponse response, CharSequence type, CharSequence length, Buffer body) {
        response.headers()
                .set(HttpHeaders.CONTENT_TYPE, type)
                .set(CONTENT_TYPE_OPTIONS, NOSNIFF)
                .set(HttpHeaders.CONTENT_LENGTH, length);
        if (HttpMethod.HEAD.equals(request.method())) response.end();
        else response.end(body);
    }
}
