package org.postlotse.web.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.postlotse.campaign.CaseBoard;
import org.postlotse.staff.Role;
import org.postlotse.web.CaseCsv;
import org.postlotse.web.Problem;

/** All cases, for the hoster's own systems: page by page as JSON, or whole as CSV. */
@Path("api/cases")
@RunOnVirtualThread
@RolesAllowed(Role.Names.API)
class CasesApi {
    private final CaseBoard board;
    private final CaseCsv csv;
    private final Answers answers;

    @Inject
    CasesApi(CaseBoard board, CaseCsv csv, Answers answers) {
        this.board = board;
        this.csv = csv;
        this.answers = answers;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Problem.TYPE})
    @Operation(
            operationId = "cases",
            summary = "Lists cases",
            description = "In the order of mailboxes. “next” leads on; a case that is opened meanwhile may be missed."
                    + " With “Accept: text/csv” it is all of them as a table.")
    @APIResponse(
            responseCode = "200",
            description = "A page of cases.",
            content = @Content(schema = @Schema(implementation = CaseAnswer.Page.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not understood.")
    public Response cases(
            @Parameter(description = "Only of this state.", example = "warned") @QueryParam("state") @Nullable
                    String state,
            @Parameter(description = "Only of this reason.", example = "no-encryption")
                    @QueryParam("weakness")
                    @Nullable
                    String weakness,
            @Parameter(description = "Only of this mail domain.") @QueryParam("domain") @Nullable String domain,
            @Parameter(description = "“next” of the page before.") @QueryParam("after") @Nullable String after,
            @Parameter(description = "1 to 1000; 100 where it is missing.") @QueryParam("limit") @Nullable
                    String limit) {
        try {
            var question = CaseQuestion.of(new CaseQuestion.Query(state, weakness, domain, after, limit));
            var found = board.page(question.wanted(), question.after(), question.limit() + 1);
            boolean more = found.size() > question.limit();
            return answers.json(new CaseAnswer.Page(
                    found.stream().limit(question.limit()).map(CaseAnswer::of).toList(),
                    more ? Optional.of(CaseQuestion.mark(found.get(question.limit() - 1))) : Optional.empty()));
        } catch (CaseQuestion.Misunderstood wrong) {
            return misunderstood(wrong);
        }
    }

    @GET
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response table(
            @QueryParam("state") @Nullable String state,
            @QueryParam("weakness") @Nullable String weakness,
            @QueryParam("domain") @Nullable String domain) {
        try {
            var question = CaseQuestion.of(new CaseQuestion.Query(state, weakness, domain, null, null));
            return Response.ok(csv.of(question.wanted()), CaseCsv.TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (CaseQuestion.Misunderstood wrong) {
            return misunderstood(wrong);
        }
    }

    private static Response misunderstood(CaseQuestion.Misunderstood wrong) {
        return Problem.answer(
                400, "“" + wrong.getMessage() + "” is not understood; /api/openapi tells what it may be.");
    }
}
