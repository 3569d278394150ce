package dev.parley.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;

/** The frame of a service's OpenAPI document: title, version, the schema of problems, how callers prove who they are. */
final class ApiDocument {
    static final String BEARER = "bearer";
    static final String SESSION_HEADER = "session_header";
    static final String SESSION_QUERY = "session_query";

    private ApiDocument() {}

    static OpenAPI of(String title, String version) {
        return new OpenAPI()
                .info(new Info().title(title).version(version))
                // Clients reach all of this at the gateway, from which they have the document.
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSchemas(ProblemSchema.NAME, ProblemSchema.schema())
                        .addSchemas(ErrorSchema.OPENAI, ErrorSchema.openAi())
                        .addSecuritySchemes(BEARER, bearer())
                        .addSecuritySchemes(SESSION_HEADER, session(SecurityScheme.In.HEADER, "X-Session-Id"))
                        .addSecuritySchemes(SESSION_QUERY, session(SecurityScheme.In.QUERY, "session_id")));
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of a signed-in person.");
    }

    private static SecurityScheme session(SecurityScheme.In place, String name) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(place)
                .name(name)
                .description("A visitor's secret, 1 to 128 characters (production: at least 16).");
    }
}
