package org.postlotse.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request's body up to a limit. What comes beyond it is let go by, so that the answer still gets through. */
final class BoundedBody {
    private static final long MOST_LET_GO_BY = 4L * 1024 * 1024;

    private final HttpServerRequest request;
    private final int longest;
    private final Buffer kept = Buffer.buffer();
    private final Promise<byte[]> whole = Promise.promise();
    private long seen;

    private BoundedBody(HttpServerRequest request, int longest) {
        this.request = request;
        this.longest = longest;
    }

    /** The body; of a longer one its beginning with one byte more than {@code longest}. */
    static Future<byte[]> of(HttpServerRequest request, int longest) {
        var body = new BoundedBody(request, longest);
        request.handler(body::keep)
                .endHandler(end -> body.whole.tryComplete(body.kept.getBytes()))
                .exceptionHandler(body.whole::tryFail)
                .resume();
        // RFC 9110 §10.1.1; programs on .NET ask so and would wait in vain for a third of a second
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT)))
            request.response().writeContinue();
        return body.whole.future();
    }

    private void keep(Buffer chunk) {
        seen += chunk.length();
        kept.appendBuffer(chunk, 0, Math.min(chunk.length(), longest + 1 - kept.length()));
        if (seen > MOST_LET_GO_BY) request.connection().close();
    }
}
