package dev.parley.agent.model.openai;

import dev.parley.platform.messaging.WireJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * An event with nothing in it but a piece of the text: nearly all are like that, and LangChain4j would bind each to its
 * classes and keep it until the end of the answer. Whatever has more to say is left to it.
 */
final class PlainPiece {
    private static final ObjectReader READER = WireJson.mapper().readerFor(Chunk.class);

    private record Chunk(
            @Nullable List<Choice> choices,
            @Nullable Object usage,
            @Nullable Object error) {}

    private record Choice(@Nullable Delta delta, @Nullable Object finishReason) {}

    private record Delta(
            @Nullable String content,
            @Nullable Object toolCalls,
            @Nullable Object functionCall) {}

    private PlainPiece() {}

    /** The piece; null when the event is another, or cannot be read. */
    static @Nullable String of(byte[] data, int length) {
        try {
            Chunk chunk = READER.readValue(data, 0, length);
            return chunk == null ? null : piece(chunk);
        } catch (JacksonException _) {
            return null;
        }
    }

    private static @Nullable String piece(Chunk chunk) {
        List<Choice> choices = chunk.choices();
        if (choices == null || choices.size() != 1 || chunk.usage() != null || chunk.error() != null) {
            return null;
        }
        return piece(choices.getFirst());
    }

    private static @Nullable String piece(@Nullable Choice choice) {
        if (choice == null || choice.delta() == null || choice.finishReason() != null) {
            return null;
        }
        Delta delta = choice.delta();
        boolean plain = delta.toolCalls() == null && delta.functionCall() == null;
        return plain && delta.content() != null && !delta.content().isEmpty() ? delta.content() : null;
    }
}
