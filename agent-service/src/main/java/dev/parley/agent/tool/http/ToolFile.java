package dev.parley.agent.tool.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tool as its file has it, unchecked. */
record ToolFile(
        @Nullable String toolId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String icon,
        @Nullable Map<String, Object> parameters,
        @Nullable String effect,
        @Nullable String timeout,
        @Nullable Boolean approvalRequired,
        @Nullable List<String> examples,
        @Nullable Request request,
        @Nullable Response response) {
    /** What is asked of the web service; {@code {argument}} and {@code ${VARIABLE}} are filled in. */
    record Request(
            @Nullable String method,
            @Nullable String url,
            @Nullable Map<String, String> query,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode body) {}

    /** @param result a JSON Pointer to what of the answer is the result */
    record Response(@Nullable String result, @Nullable Integer maxBytes) {}
}
