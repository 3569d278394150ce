package dev.parley.chat.ui;

import dev.parley.chat.turn.SseText;
import dev.parley.platform.messaging.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a stream as the AI SDK reads them: pieces of data with a type. */
final class UiParts {
    private final Map<String, Object> part = new LinkedHashMap<>();

    private UiParts(String type) {
        part.put("type", type);
    }

    static UiParts of(String type) {
        return new UiParts(type);
    }

    UiParts with(String name, Object value) {
        part.put(name, value);
        return this;
    }

    void writeTo(SseText out) {
        out.data(WireJson.write(part));
    }
}
