package org.postlotse.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;

/** Answers in JSON that nobody keeps. */
@Singleton
class Answers {
    private final ObjectMapper mapper;

    @Inject
    Answers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Response json(Object answer) {
        try {
            return Response.ok(mapper.writeValueAsString(answer), MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (JsonProcessingException neverOfText) {
            throw new UncheckedIOException(neverOfText);
        }
    }
}
