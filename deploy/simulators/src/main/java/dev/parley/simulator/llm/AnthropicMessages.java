package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages of Anthropic's API in the form that scripts know: results of tools are messages of their own. */
final class AnthropicMessages {
    private AnthropicMessages() {}

    static List<ChatMessage> of(JsonNode body) {
        List<ChatMessage> messages = new ArrayList<>();
        String system = text(body.path("system"));
        if (!system.isEmpty()) {
            messages.add(message("system", system));
        }
        body.path("messages").forEach(message -> add(message, messages));
        return List.copyOf(messages);
    }

    private static void add(JsonNode message, List<ChatMessage> messages) {
        JsonNode content = message.path("content");
        blocks(content, "tool_result").forEach(result -> messages.add(message("tool", text(result.path("content")))));
        List<JsonNode> calls = blocks(content, "tool_use");
        String text = text(content);
        if (!text.isEmpty() || !calls.isEmpty()) {
            messages.add(said(message.path("role").asString(""), text, calls));
        }
    }

    private static ChatMessage said(String role, String text, List<JsonNode> calls) {
        ObjectNode body = Json.object().put("role", role).put("content", text);
        if (!calls.isEmpty()) {
            body.putArray("tool_calls").addAll(calls);
        }
        return ChatMessage.of(body);
    }

    private static ChatMessage message(String role, String text) {
        return ChatMessage.of(Json.object().put("role", role).put("content", text));
    }

    private static List<JsonNode> blocks(JsonNode content, String type) {
        return StreamSupport.stream(content.spliterator(), false)
                .filter(block -> block.path("type").asString("").equals(type))
                .toList();
    }

    private static String text(JsonNode content) {
        return content.isArray()
                ? blocks(content, "text").stream()
                        .map(block -> block.path("text").asString(""))
                        .collect(Collectors.joining("\n"))
                : content.asString("");
    }
}
