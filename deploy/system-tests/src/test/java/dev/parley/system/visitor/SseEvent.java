package dev.parley.system.visitor;

import tools.jackson.databind.JsonNode;

/** One server-sent event as it came. */
public record SseEvent(String id, String name, JsonNode data) {
    public String text(String field) {
        return data.path(field).asString("");
    }

    public boolean is(String wanted) {
        return name.equals(wanted);
    }
}
