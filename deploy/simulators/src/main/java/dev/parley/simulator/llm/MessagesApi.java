package dev.parley.simulator.llm;

import dev.parley.simulator.http.Request;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What Anthropic refuses at its door. */
final class MessagesApi {
    /** Of a tool's use, and of its result. */
    private static final Pattern TOOL_ID = Pattern.compile("[a-zA-Z0-9_-]+");

    private MessagesApi() {}

    /** Any key will do but one that says that it is none. */
    static Optional<ApiError> checkKey(Request request) {
        String key = request.header("x-api-key").orElse("");
        if (key.isEmpty()) {
            return Optional.of(new ApiError(401, "x-api-key header is required", "", null));
        }
        if (key.startsWith("invalid")) {
            return Optional.of(new ApiError(401, "invalid x-api-key", "", null));
        }
        return request.header("anthropic-version").isPresent()
                ? Optional.empty()
                : Optional.of(ApiError.badRequest("anthropic-version: header is required"));
    }

    /** @throws BadRequest for what the real one does not take either */
    static void require(JsonNode body) {
        requireThat(!body.path("model").asString("").isEmpty(), "model: Field required");
        requireThat(body.path("max_tokens").isIntegralNumber(), "max_tokens: Field required");
        requireThat(!body.path("messages").isEmpty(), "messages: at least one message is required");
        requireThat(
                body.path("messages").path(0).path("role").asString("").equals("user"),
                "messages: first message must use the \"user\" role");
        double temperature = body.path("temperature").asDouble(1);
        requireThat(temperature >= 0 && temperature <= 1, "temperature: range: 0..1");
        body.path("messages").forEach(message -> message.path("content").forEach(MessagesApi::requireBlock));
    }

    private static void requireBlock(JsonNode block) {
        switch (block.path("type").asString("")) {
            case "text" ->
                requireThat(
                        !block.path("text").asString("").isBlank(), "messages: text content blocks must be non-empty");
            case "tool_use" -> {
                requireThat(block.path("input").isObject(), "messages: tool_use.input: Input should be an object");
                requireThat(TOOL_ID.matcher(block.path("id").asString("")).matches(), "messages: tool_use.id");
            }
            default -> requireThat(Thought.isGenuine(block), "messages: Invalid `signature` in `thinking` block");
        }
    }

    private static void requireThat(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new BadRequest(ApiError.badRequest(otherwise));
        }
    }
}
