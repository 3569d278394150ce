package dev.parley.simulator.llm;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One message of a request. {@code text} joins the text parts; it is empty for a message that only calls tools. */
public record ChatMessage(String role, String text, JsonNode body) {

    static ChatMessage of(JsonNode body) {
        return new ChatMessage(body.path("role").asString(""), text(body.path("content")), body);
    }

    public boolean callsTools() {
        return !body.path("tool_calls").isEmpty();
    }

    boolean isFrom(String wanted) {
        return role.equals(wanted);
    }

    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asString("");
        }
        return StreamSupport.stream(content.spliterator(), false)
                .map(part -> part.path("text").asString(""))
                .collect(Collectors.joining("\n"));
    }
}
