package dev.parley.agent.model.remote;

import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.parley.platform.messaging.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An answer is whole with {@code message_stop}. Why it ends is in {@code message_delta}, and what it thinks goes past. */
final class AnthropicEvents extends AnswerEvents {
    private final Bypass bypass;
    private final AnthropicBlocks blocks = new AnthropicBlocks();

    AnthropicEvents(ServerSentEventListener reader, Bypass bypass) {
        super(reader, bypass);
        this.bypass = bypass;
    }

    @Override
    @Nullable
    String plainText(String name, byte[] data, int length) {
        if (!name.equals("content_block_delta")) {
            return null;
        }
        try {
            JsonNode event = WireJson.mapper().readTree(data, 0, length);
            blocks.add(event);
            JsonNode delta = event.path("delta").path("text");
            return delta.isString() && !delta.asString().isEmpty() ? delta.asString() : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    @Override
    void other(String name, String data) {
        switch (name) {
            case "error" -> onError(new StreamedError(data));
            case "ping" -> stillThinking();
            case "message_delta" -> end(name, data);
            case "content_block_start" -> {
                blocks.start(requireObject(data));
                stillThinking();
                read(name, data);
            }
            case "message_stop" -> {
                var _ = requireObject(data);
                blocks.verbatim().ifPresent(bypass::verbatim);
                ended();
                read(name, data);
            }
            default -> {
                var _ = requireObject(data);
                stillThinking();
                read(name, data);
            }
        }
    }

    /** Of a thought that nobody may read nothing comes but pings, for as long as it takes. */
    private void stillThinking() {
        if (blocks.isThinking()) {
            bypass.alive();
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
