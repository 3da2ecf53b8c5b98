package org.postlotse.web.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.probe.Attempt;
import org.postlotse.probe.Credentials;
import org.postlotse.probe.Secret;
import org.postlotse.probe.Standing;
import org.postlotse.staff.Role;
import org.postlotse.web.Checks;
import org.postlotse.web.Problem;
import org.postlotse.web.Texts;
import org.postlotse.web.Visits;

/** The check for programs, with the same limits as for people; described at {@code /api/openapi} (OpenAPI 3.1). */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Postlotse",
                        version = "1",
                        description =
                                "Checks mailboxes against the hoster's own mail servers, and tells where the switch stands."),
        components = @Components(schemas = @Schema(name = Refusals.PROBLEM, implementation = Problem.class)))
@SecurityScheme(
        securitySchemeName = CheckApi.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A token made by the command “token”, for a machine with the role “api”.")
@Path("api/check")
@RunOnVirtualThread
@RolesAllowed(Role.Names.API)
class CheckApi {
    static final String TOKEN = "token";
    private static final int UNPROCESSABLE = 422; // RFC 9110 §15.5.21

    private final Catalogue catalogue;
    private final Checks checks;
    private final Texts texts;
    private final Visits visits;
    private final Answers answers;

    @Inject
    CheckApi(Catalogue catalogue, Checks checks, Texts texts, Visits visits, Answers answers) {
        this.catalogue = catalogue;
        this.checks = checks;
        this.texts = texts;
        this.visits = visits;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Problem.TYPE})
    @Operation(
            operationId = "check",
            summary = "Checks a mailbox' address and password",
            description = "Logs in to every server of the mailbox' offer over verified TLS. Nothing is stored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CheckRequest.Fields.class),
                            examples =
                                    @ExampleObject(
                                            name = "check",
                                            value =
                                                    "{\"mailbox\":\"erika@example.org\",\"password\":\"…\",\"customerAddress\":\"203.0.113.20\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The servers were asked; “verdict” tells what came of it.",
            content = @Content(schema = @Schema(implementation = CheckAnswer.class)))
    @APIResponse(responseCode = "400", description = "The body is not as described.")
    @APIResponse(responseCode = "415", description = "The body is no application/json.")
    @APIResponse(responseCode = "422", description = "No mailbox of the hoster's, or no password.")
    @APIResponse(responseCode = "429", description = "Too many checks; Retry-After tells for how many seconds.")
    public Response check(@Context HttpServerRequest request, byte[] body) {
        CheckRequest asked;
        try {
            asked = CheckRequest.read(body);
        } catch (CheckRequest.Unreadable wrong) {
            return Problem.answer(400, String.valueOf(wrong.getMessage()));
        }
        try {
            return answer(request, asked);
        } finally {
            asked.password().ifPresent(Secret::close);
        }
    }

    private Response answer(HttpServerRequest request, CheckRequest asked) {
        var mailbox = asked.mailbox().flatMap(EmailAddress::parse);
        var offer = mailbox.flatMap(catalogue::offer);
        if (mailbox.isEmpty()) return unprocessable("“mailbox” is no e-mail address.");
        if (offer.isEmpty()) return unprocessable("The domain of “mailbox” is not served here.");
        if (asked.password().isEmpty()) return unprocessable("“password” is missing.");
        var visit = visits.of(request);
        var customer = asked.customer().orElse(visit.network());
        var credentials = new Credentials(
                        mailbox.get(), asked.loginName(), asked.password().get())
                .from(customer);
        var attempt = new Attempt(mailbox.get(), customer, Standing.STRANGER);
        return switch (checks.check(attempt, credentials, finding -> {})) {
            case Checks.Answer.Later later ->
                Problem.of(429, "There were too many checks of this mailbox, its network or in all.")
                        .response()
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                later.pause().plusMillis(999).toSeconds())
                        .build();
            case Checks.Answer.Checked checked ->
                answers.json(CheckAnswer.of(checked.diagnosis(), checked.login(mailbox.get()), visit.frame(), texts));
        };
    }

    private static Response unprocessable(String detail) {
        return Problem.answer(UNPROCESSABLE, detail);
    }
}
