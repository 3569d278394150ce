package dev.parley.system.visitor;

import java.util.LinkedHashMap;
import java.util.Map;

/** The body of {@code POST /api/chat}. */
public record Question(Map<String, Object> fields) {
    public static Question of(String message) {
        return new Question(Map.of("message", message));
    }

    /** Goes on with a conversation. */
    public Question in(String conversation) {
        return with("conversation_id", conversation);
    }

    public Question toModel(String model) {
        return with("model", model);
    }

    /** Makes this tool answer. */
    public Question using(String tool) {
        return with("tool_id", tool);
    }

    public Question streamed(boolean streamed) {
        return with("stream", streamed);
    }

    public Question with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Question(more);
    }

    public String json() {
        return Json.write(fields);
    }
}
