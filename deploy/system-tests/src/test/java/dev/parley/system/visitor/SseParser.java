package dev.parley.system.visitor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes events of the lines of a stream, as browsers do. */
public final class SseParser {
    private String id = "";
    private String name = "message";
    private @Nullable StringBuilder data;

    /** The event that this line completes. */
    public Optional<SseEvent> line(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        int colon = line.indexOf(':');
        if (colon != 0) {
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            take(field, value.startsWith(" ") ? value.substring(1) : value);
        }
        return Optional.empty();
    }

    private void take(String field, String value) {
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> append(value);
            default -> {}
        }
    }

    private void append(String value) {
        StringBuilder before = data;
        data = before == null ? new StringBuilder(value) : before.append('\n').append(value);
    }

    private Optional<SseEvent> complete() {
        Optional<SseEvent> event =
                Optional.ofNullable(data).map(text -> new SseEvent(id, name, Json.read(text.toString())));
        name = "message";
        data = null;
        return event;
    }
}
