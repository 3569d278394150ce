package dev.parley.chat.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.chat.openai.Completion.Call;
import dev.parley.chat.openai.Completion.TokenUsage;
import dev.parley.chat.turn.SseText;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.TurnError;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.OpenAiError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A turn as chunks of a chat completion. */
final class CompletionRendering extends SettledRendering {
    private static final byte[] DONE = "[DONE]".getBytes(UTF_8);

    /** A piece of an answer, as their clients read it. */
    record Chunk(
            String id,
            String object,
            long created,
            String model,
            List<ChunkChoice> choices,
            @Nullable TokenUsage usage) {}

    /** The only answer. */
    record ChunkChoice(
            int index,
            Piece delta,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String finishReason) {}

    /** What is new of it. */
    record Piece(
            @Nullable String role,
            @Nullable String content,
            @Nullable List<Call> toolCalls) {}

    /** What all chunks of an answer have in common; created is in seconds since 1970, model the one that was asked. */
    record Head(String id, long created, String model) {}

    private final Head head;
    private final boolean withUsage;
    private String model;

    CompletionRendering(Head head, boolean withUsage, Runnable onGone) {
        super(onGone);
        this.head = head;
        this.withUsage = withUsage;
        this.model = head.model();
    }

    @Override
    public void cut(SseText out) {
        if (!isOver()) {
            fail("stream_cut", "The answer cannot be followed to its end here. Ask again.", out);
        }
    }

    @Override
    void answeredBy(String name) {
        model = name;
    }

    @Override
    void begun(SseText out) {
        write(new Piece("assistant", "", null), null, out);
    }

    @Override
    void said(String news, SseText out) {
        write(new Piece(null, news, null), null, out);
    }

    @Override
    void ended(MessageEnd end, SseText out) {
        if (end.toolCalls() != null) {
            write(new Piece(null, null, Completion.calls(end.toolCalls(), true)), null, out);
        }
        write(new Piece(null, null, null), FinishWords.of(end.finishReason()), out);
        if (withUsage) {
            out.data(WireJson.write(chunk(List.of(), TokenUsage.of(end.usage()))));
        }
        out.data(DONE);
    }

    @Override
    void failed(TurnError error, SseText out) {
        fail(error.code(), error.detail(), out);
    }

    @Override
    void startedOver(SseText out) {
        fail("turn_started_over", "The answer had to start over, and says something else now. Ask again.", out);
    }

    private static void fail(String code, String detail, SseText out) {
        out.data(WireJson.write(new OpenAiError(new OpenAiError.Detail(detail, "server_error", null, code, null))));
        out.data(DONE);
    }

    private void write(Piece piece, @Nullable String finishReason, SseText out) {
        out.data(WireJson.write(chunk(List.of(new ChunkChoice(0, piece, finishReason)), null)));
    }

    private Chunk chunk(List<ChunkChoice> choices, @Nullable TokenUsage usage) {
        return new Chunk(head.id(), "chat.completion.chunk", head.created(), model, choices, usage);
    }
}
