package dev.parley.agent.model.remote;

import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.parley.platform.messaging.WireJson;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An answer is whole with {@code message_stop}. What it is told of an answer's end is in {@code message_delta}. */
final class AnthropicEvents extends AnswerEvents {
    AnthropicEvents(ServerSentEventListener reader, Consumer<String> text, Consumer<Throwable> broken) {
        super(reader, text, broken);
    }

    @Override
    @Nullable
    String plainText(String name, byte[] data, int length) {
        if (!name.equals("content_block_delta")) {
            return null;
        }
        try {
            JsonNode delta =
                    WireJson.mapper().readTree(data, 0, length).path("delta").path("text");
            return delta.isString() && !delta.asString().isEmpty() ? delta.asString() : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    @Override
    void other(String name, String data) {
        switch (name) {
            case "error" -> onError(new StreamedError(data));
            case "ping" -> {}
            case "message_delta" -> end(name, data);
            default -> {
                if (name.equals("message_stop")) {
                    ended();
                }
                var _ = requireObject(data);
                read(name, data);
            }
        }
    }

    private void end(String name, String data) {
        if (requireObject(data).path("delta").path("stop_reason").asString("").equals("refusal")) {
            onError(new Withheld());
        } else {
            read(name, data);
        }
    }

    /** LangChain4j would pass over what is none. */
    private static JsonNode requireObject(String data) {
        JsonNode json = WireJson.mapper().readTree(data);
        if (!json.isObject()) {
            throw new IllegalStateException("an event that is no object");
        }
        return json;
    }
}
