package org.postlotse.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a program's request was not done (RFC 9457). The type stays {@code about:blank}: the status says it all.
 *
 * @param status of HTTP
 * @param title what the status means
 * @param detail what to do about it, for the programmer
 */
@Schema(description = "Why a request was not done (RFC 9457).")
public record Problem(int status, String title, String detail) {
    public static final String TYPE = "application/problem+json";
    /** What the programs' own routes begin with. */
    private static final String API = "/api/";

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Problem of(int status, String detail) {
        var known = Response.Status.fromStatusCode(status);
        return new Problem(status, known == null ? "Unprocessable Content" : known.getReasonPhrase(), detail);
    }

    /** The whole answer, where nothing is to be said beside it. */
    public static Response answer(int status, String detail) {
        return of(status, detail).response().build();
    }

    /** Whether a program asks, and not a person. */
    public static boolean at(@Nullable String path) {
        return path != null && path.startsWith(API);
    }

    public Response.ResponseBuilder response() {
        return Response.status(status)
                .type(TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json());
    }

    private String json() {
        var fields = new LinkedHashMap<String, Object>();
        fields.putAll(Map.of("title", title, "detail", detail, "status", status));
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException neverOfText) {
            throw new UncheckedIOException(neverOfText);
        }
    }
}
