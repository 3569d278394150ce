package dev.parley.agent.model.remote;

import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.model.Verbatim;
import dev.parley.platform.messaging.WireJson;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what a model has said verbatim into a request in which LangChain4j has said it in its own way. */
final class AnthropicVerbatim {
    private AnthropicVerbatim() {}

    /** @param model who is asked: it takes back only what it has said itself */
    static String restore(String body, String model, ModelRequest request) {
        var own = said(model, request).toList();
        if (own.isEmpty()) {
            return body;
        }
        JsonNode asked = WireJson.mapper().readTree(body);
        own.forEach(said -> restore(asked.path("messages"), said));
        return asked.toString();
    }

    private static Stream<Assistant> said(String model, ModelRequest request) {
        return request.messages().stream()
                .filter(Assistant.class::isInstance)
                .map(Assistant.class::cast)
                .filter(said ->
                        said.verbatim() != null && said.verbatim().model().equals(model));
    }

    private static void restore(JsonNode messages, Assistant said) {
        Verbatim verbatim = Objects.requireNonNull(said.verbatim());
        JsonNode content = WireJson.mapper().readTree(verbatim.content());
        if (!said.toolRequests().stream().allMatch(request -> uses(content, request))) {
            return;
        }
        messages.valueStream()
                .filter(message -> message.path("role").asString("").equals("assistant"))
                .filter(message -> said.toolRequests().stream().anyMatch(it -> uses(message.path("content"), it)))
                .forEach(message -> ((ObjectNode) message).set("content", content));
    }

    /** A request whose id could not be used has another one since then, which the results go by. */
    private static boolean uses(JsonNode content, ToolRequest request) {
        return content.valueStream()
                .anyMatch(block -> block.path("type").asString("").equals("tool_use")
                        && block.path("id").asString("").equals(request.id()));
    }
}
