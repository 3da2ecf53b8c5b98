package org.postlotse.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.postlotse.campaign.Returns;
import org.postlotse.staff.Role;
import org.postlotse.web.Problem;

/** Letters that came back, for mail servers that do not deliver them into a mailbox that we read. */
@Path("api/bounces")
@RunOnVirtualThread
@RolesAllowed(Role.Names.API)
class BouncesApi {
    private static final int UNPROCESSABLE = 422; // RFC 9110 §15.5.21

    private final Returns returns;
    private final ObjectMapper mapper;

    @Inject
    BouncesApi(Returns returns, ObjectMapper mapper) {
        this.returns = returns;
        this.mapper = mapper;
    }

    /** The field, as programmers are told it. */
    @Schema(name = "Bounce")
    record Fields(
            @Schema(
                    description = "The address to which the letter came back: it bears the code.",
                    examples = "bounce+7f4k2qmd@example.org",
                    required = true)
            String returnedTo) {}

    @POST
    @Consumes({MediaType.APPLICATION_JSON, "message/rfc822"})
    @Produces({MediaType.APPLICATION_JSON, Problem.TYPE})
    @Operation(
            operationId = "bounce",
            summary = "Takes a letter that came back",
            description =
                    "Its mailbox gets no more letters. As JSON the address that it came back to; as message/rfc822"
                            + " the whole delivery report (RFC 3464). Telling it twice changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Fields.class),
                            examples =
                                    @ExampleObject(
                                            name = "bounce",
                                            value = "{\"returnedTo\":\"bounce+7f4k2qmd@example.org\"}")))
    @APIResponse(responseCode = "204", description = "Taken; or it tells of a delay, and nothing had to be done.")
    @APIResponse(responseCode = "400", description = "The body is not as described.")
    @APIResponse(responseCode = "422", description = "It is about none of our letters, or no delivery report.")
    public Response bounce(@jakarta.ws.rs.HeaderParam("Content-Type") MediaType type, byte[] body) {
        if (type.getSubtype().equals("rfc822"))
            return switch (returns.message(new ByteArrayInputStream(body))) {
                case MARKED, NOT_YET -> Response.noContent().build();
                case NOT_OURS -> unprocessable("The report is about none of our letters.");
                case NO_REPORT -> unprocessable("The message is no delivery report (RFC 3464).");
            };
        try {
            var returnedTo =
                    mapper.readTree(new String(body, StandardCharsets.UTF_8)).path("returnedTo");
            return address(returnedTo);
        } catch (JsonProcessingException notJson) {
            return Problem.answer(400, "The body is no JSON object of the described form.");
        }
    }

    private Response address(JsonNode returnedTo) {
        if (!returnedTo.isTextual()) return Problem.answer(400, "“returnedTo” is missing or no text.");
        return returns.returned(returnedTo.asText())
                ? Response.noContent().build()
                : unprocessable("“returnedTo” is no address of one of our letters.");
    }

    private static Response unprocessable(String detail) {
        return Problem.answer(UNPROCESSABLE, detail);
    }
}
