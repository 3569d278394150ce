package dev.parley.system.fault;

import dev.parley.system.visitor.Json;
import tools.jackson.databind.JsonNode;

/** A line of {@code traces.jsonl}. */
record Span(String trace, String id, String parent, String service, String kind, String name) {
    static Span parse(String line) {
        JsonNode json = Json.read(line);
        return new Span(
                json.path("trace_id").asString(""),
                json.path("span_id").asString(""),
                json.path("parent_span_id").asString(""),
                json.path("service").asString(""),
                json.path("kind").asString(""),
                json.path("name").asString(""));
    }

    /** Such as {@code agent-service: work turn}. */
    String label() {
        return service + ": " + name;
    }
}
