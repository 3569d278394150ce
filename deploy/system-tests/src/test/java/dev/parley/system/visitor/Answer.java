package dev.parley.system.visitor;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The events of a stream that has ended. */
public record Answer(List<SseEvent> events) {
    public List<String> names() {
        return events.stream().map(SseEvent::name).toList();
    }

    public List<String> ids() {
        return events.stream().map(SseEvent::id).toList();
    }

    public List<SseEvent> all(String name) {
        return events.stream().filter(event -> event.is(name)).toList();
    }

    /** The first event of this name. */
    public SseEvent first(String name) {
        return all(name).stream().findFirst().orElseThrow(() -> new AssertionError("No " + name + " among " + events));
    }

    public SseEvent last() {
        if (events.isEmpty()) {
            throw new AssertionError("The stream had no event");
        }
        return events.getLast();
    }

    public String turn() {
        return events.getFirst().text("turn_id");
    }

    public String conversation() {
        return first("message_start").text("conversation_id");
    }

    /** The id of the answer as a message. */
    public String message() {
        return first("message_start").text("message_id");
    }

    /** What was shown piece by piece since the answer began for the last time. */
    public String shown() {
        int start = names().lastIndexOf("message_start");
        return events.subList(Math.max(start, 0), events.size()).stream()
                .filter(event -> event.is("delta"))
                .map(event -> event.text("text"))
                .collect(Collectors.joining());
    }

    /** The whole answer as the last event tells it. */
    public String text() {
        return first("message_end").text("text");
    }

    public JsonNode usage() {
        return first("message_end").data().path("usage");
    }

    public String followPath() {
        return "/api/chat/turns/" + turn() + "/stream";
    }
}
