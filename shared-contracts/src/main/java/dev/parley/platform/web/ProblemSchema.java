package dev.parley.platform.web;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** What every error looks like, described once. */
final class ProblemSchema {
    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema<?> schema() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", text("the field, as the client wrote it: items[2].name"))
                .addProperty("message", text("what is accepted"));
        Schema<?> problem = new ObjectSchema()
                .description("An error (RFC 9457). Decide by code; detail is for people.")
                .addProperty("type", text("urn:parley:problem:<code>"))
                .addProperty("title", text("the code in words"))
                .addProperty("status", new IntegerSchema().description("the HTTP status"))
                .addProperty("detail", text("what happened this time"))
                .addProperty("instance", text("the path that was asked for"))
                .addProperty("code", text("a stable name, such as not_found"))
                .addProperty("trace_id", text("by which the operator finds the request"))
                .addProperty("errors", new ArraySchema().items(error).description("the fields that are at fault"));
        problem.setRequired(List.of("type", "title", "status", "detail", "code"));
        return problem;
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }
}
