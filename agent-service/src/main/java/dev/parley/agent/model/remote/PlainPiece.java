package dev.parley.agent.model.remote;

import dev.parley.platform.messaging.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An event with nothing in it but a piece of the text: nearly all are like that, and LangChain4j would bind each to its
 * classes and keep it until the end of the answer. Whatever has more to say is left to it. Read token by token, since that
 * costs a quarter of binding it.
 */
final class PlainPiece {
    private interface Field {
        void read(String name);
    }

    private final JsonParser json;
    private String text = "";
    private boolean plain = true;

    private PlainPiece(JsonParser json) {
        this.json = json;
    }

    /** The piece; null when the event is another, or cannot be read. */
    static @Nullable String of(byte[] data, int length) {
        try (JsonParser json = WireJson.mapper().createParser(data, 0, length)) {
            return new PlainPiece(json).read();
        } catch (JacksonException _) {
            return null;
        }
    }

    private @Nullable String read() {
        json.nextToken();
        object(this::event);
        return plain && !text.isEmpty() && json.nextToken() == null ? text : null;
    }

    private void event(String name) {
        switch (name) {
            case "choices" -> onlyChoice();
            case "usage", "error" -> nothing();
            default -> json.skipChildren();
        }
    }

    private void onlyChoice() {
        plain &= json.currentToken() == JsonToken.START_ARRAY;
        if (plain) {
            json.nextToken();
            object(this::choice);
        }
        plain = plain && json.nextToken() == JsonToken.END_ARRAY;
    }

    private void choice(String name) {
        switch (name) {
            case "delta" -> object(this::delta);
            case "finish_reason" -> nothing();
            default -> json.skipChildren();
        }
    }

    private void delta(String name) {
        switch (name) {
            case "content" -> {
                plain &= json.currentToken() == JsonToken.VALUE_STRING;
                text = plain ? json.getString() : "";
            }
            case "tool_calls", "function_call" -> nothing();
            default -> json.skipChildren();
        }
    }

    /** Each field of an object, as long as all is plain. */
    private void object(Field field) {
        plain &= json.currentToken() == JsonToken.START_OBJECT;
        for (String name = next(); name != null; name = next()) {
            json.nextToken();
            field.read(name);
        }
    }

    private @Nullable String next() {
        return plain ? json.nextName() : null;
    }

    private void nothing() {
        plain &= json.currentToken() == JsonToken.VALUE_NULL;
    }
}
