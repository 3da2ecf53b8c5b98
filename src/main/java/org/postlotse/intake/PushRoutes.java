package org.postlotse.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;
import org.postlotse.staff.TokenHash;

/**
 * Where log shippers and Dovecot push lines, with a token. What is answered with 200 is kept; it is read afterwards, so that
 * no mail server waits for us.
 */
@Singleton
class PushRoutes {
    private static final Logger LOG = Logger.getLogger(PushRoutes.class);
    /** Before the limit on everybody's requests: shippers send large batches. */
    private static final int EARLY = -1_000;

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int LARGEST_UNPACKED = 4 * LARGEST;
    /** Nobody's log-in is slowed down or refused. */
    private static final String LET_IN = "{\"status\":0,\"msg\":\"\"}";

    private final IntakeSettings settings;
    private final Pushed pushed;
    private final PushedBody bodies;
    private final Clock clock;
    private final ExecutorService threads;

    @Inject
    PushRoutes(
            IntakeSettings settings,
            Pushed pushed,
            ObjectMapper json,
            Clock clock,
            @VirtualThreads ExecutorService threads) {
        this.settings = settings;
        this.pushed = pushed;
        this.bodies = new PushedBody(json);
        this.clock = clock;
        this.threads = threads;
    }

    /** Without a token nobody may push, and there is nothing here. */
    void bind(@Observes Router router) {
        if (settings.tokens().isEmpty()) return;
        router.post("/intake/lines").order(EARLY).handler(context -> receive(context, false));
        router.post("/intake/auth").order(EARLY).handler(context -> receive(context, true));
    }

    private void receive(RoutingContext context, boolean report) {
        var request = context.request();
        if (!isKnown(request)) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            refuse(context, 401);
            return;
        }
        var body = Buffer.buffer();
        request.handler(chunk -> {
                    if (body.length() <= LARGEST) body.appendBuffer(chunk);
                })
                .endHandler(end -> threads.execute(() -> take(context, body.getBytes(), report)))
                .resume();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect")))
            context.response().writeContinue();
    }

    private void take(RoutingContext context, byte[] body, boolean report) {
        try {
            var plain = unpacked(context.request(), body);
            if (plain.length > LARGEST_UNPACKED || body.length > LARGEST) {
                refuse(context, 413);
                return;
            }
            var command = context.request().getParam("command", "report");
            var lines = report ? bodies.report(plain, command, clock.instant()) : bodies.lines(plain);
            if (lines.length > 0) pushed.spool().orElseThrow().add(lines);
            context.response()
                    .putHeader("Content-Type", "application/json")
                    .end(report ? LET_IN : "{}")
                    .onFailure(gone -> LOG.debug("a shipper has gone"));
        } catch (JsonProcessingException | java.util.zip.ZipException unreadable) {
            refuse(context, 400);
        } catch (IOException full) {
            LOG.errorf("pushed lines can not be kept: %s", full.getMessage());
            refuse(context, 503);
        }
    }

    private static byte[] unpacked(HttpServerRequest request, byte[] body) throws IOException {
        if (!"gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"))) return body;
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return stream.readNBytes(LARGEST_UNPACKED + 1);
        }
    }

    private static void refuse(RoutingContext context, int status) {
        context.response().setStatusCode(status).end().onFailure(gone -> LOG.debug("a shipper has gone"));
    }

    /** As a bearer, as the password of anybody (event exporters know nothing else), or in Dovecot's own header. */
    private boolean isKnown(HttpServerRequest request) {
        var key = request.getHeader("X-API-Key");
        var authorization = request.getHeader("Authorization");
        return key != null && isToken(key) || authorization != null && isAuthorized(authorization);
    }

    private boolean isAuthorized(String authorization) {
        var words = List.of(authorization.split(" ", 2));
        if (words.size() < 2) return false;
        var told = words.get(1).strip();
        return switch (words.getFirst().toLowerCase(java.util.Locale.ROOT)) {
            case "bearer" -> isToken(told);
            case "basic" -> isToken(password(told));
            default -> false;
        };
    }

    private static String password(String basic) {
        try {
            var pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private boolean isToken(String text) {
        return settings.tokens().contains(TokenHash.of(text).encoded());
    }
}
