package org.postlotse.web.api;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The head of the description at {@code /api/openapi} (OpenAPI 3.1). */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Postlotse",
                        version = "1",
                        description = "Checks a mailbox' address and password against the hoster's own mail servers."))
@SecurityScheme(
        securitySchemeName = Description.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A token made by the command “token”, for a machine with the role “api”.")
interface Description {
    String TOKEN = "token";
}
