package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Response;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages, as Anthropic has them. */
final class AnthropicWire implements Wire {
    @Override
    public Frames frames(Completion completion) {
        return new AnthropicFrames(completion);
    }

    @Override
    public Response whole(Completion completion, Reply.Utterance said) {
        ObjectNode spoken = Json.object();
        said.deltas().describe(said.count(), spoken);
        ObjectNode message = message(completion);
        var content = message.putArray("content");
        spoken.path("thoughts").forEach(content::add);
        String text = spoken.path("content").asString("");
        if (!text.isEmpty()) {
            content.addObject().put("type", "text").put("text", text);
        }
        spoken.path("tool_calls")
                .forEach(call -> content.addObject()
                        .put("type", "tool_use")
                        .put("id", call.path("id").asString())
                        .put("name", call.path("function").path("name").asString())
                        .set(
                                "input",
                                input(call.path("function").path("arguments").asString())));
        message.put("stop_reason", stopReason(said.finishReason()));
        message.set("usage", usage(completion, said.count()));
        return Response.json(200, message);
    }

    static ObjectNode message(Completion completion) {
        return Json.object()
                .put("id", completion.id().replace("chatcmpl-", "msg_01"))
                .put("type", "message")
                .put("role", "assistant")
                .put("model", completion.request().model())
                .putNull("stop_reason")
                .putNull("stop_sequence");
    }

    static ObjectNode usage(Completion completion, int outputTokens) {
        return Json.object()
                .put("input_tokens", Tokens.prompt(completion.request()))
                .put("cache_creation_input_tokens", 0)
                .put("cache_read_input_tokens", 0)
                .put("output_tokens", outputTokens);
    }

    static String stopReason(String finishReason) {
        return switch (finishReason) {
            case "stop" -> "end_turn";
            case "length" -> "max_tokens";
            case "tool_calls" -> "tool_use";
            case "content_filter" -> "refusal";
            default -> finishReason;
        };
    }

    private static JsonNode input(String arguments) {
        try {
            return Json.MAPPER.readTree(arguments);
        } catch (JacksonException notJson) {
            return Json.object();
        }
    }

    @Override
    public Response refusal(ApiError error) {
        Response response = Response.json(error.status(), body(error));
        return error.retryAfter() == null
                ? response
                : response.with("retry-after", Long.toString(error.retryAfter().toSeconds()));
    }

    static ObjectNode body(ApiError error) {
        ObjectNode body = Json.object().put("type", "error");
        body.putObject("error").put("type", typeOf(error)).put("message", error.message());
        return body.put("request_id", Ids.next("req_01"));
    }

    /** The script's own words count, where they are no code of OpenAI's. */
    private static String typeOf(ApiError error) {
        String code = error.code() == null ? "" : error.code().toLowerCase(Locale.ROOT);
        return code.endsWith("_error") ? code : typeOf(error.status());
    }

    private static String typeOf(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 529 -> "overloaded_error";
            default -> status >= 500 ? "api_error" : "invalid_request_error";
        };
    }
}
