package org.postlotse.web.api;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.postlotse.web.Problem;

/** What every route for programs has in common, said once: it wants a token, and refuses with a problem. Named in {@code application.yaml}. */
public final class Refusals implements OASFilter {
    static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        for (var path : api.getPaths().getPathItems().values())
            path.getOperations().values().forEach(Refusals::complete);
    }

    private static void complete(Operation operation) {
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(CheckApi.TOKEN)));
        var responses = operation.getResponses();
        responses.addAPIResponse("403", described("The token's role does not suffice."));
        for (Map.Entry<String, APIResponse> each : responses.getAPIResponses().entrySet())
            if (each.getKey().startsWith("4")) each.getValue().content(problem());
        // it comes before there is anybody who could write one
        responses.addAPIResponse("401", described("There is no token, or it is nobody's."));
    }

    private static APIResponse described(String words) {
        return OASFactory.createAPIResponse().description(words);
    }

    private static Content problem() {
        var schema = OASFactory.createSchema().ref(PROBLEM);
        return OASFactory.createContent()
                .addMediaType(Problem.TYPE, OASFactory.createMediaType().schema(schema));
    }
}
