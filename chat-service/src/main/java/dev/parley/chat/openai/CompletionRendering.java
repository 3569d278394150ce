package dev.parley.chat.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.chat.openai.Completion.Call;
import dev.parley.chat.openai.Completion.TokenUsage;
import dev.parley.chat.stream.StreamEvent;
import dev.parley.chat.turn.Rendering;
import dev.parley.chat.turn.SseText;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.TurnError;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.OpenAiError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A turn as chunks of a chat completion. */
final class CompletionRendering implements Rendering {
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

    /** What all chunks of an answer have in common; created is in seconds since 1970. */
    record Head(String id, long created, String model) {}

    private final Head head;
    private final boolean withUsage;
    private final Runnable onGone;
    private final SettledText text = new SettledText();
    private boolean begun;
    private boolean over;

    /** @param onGone when the reader has left before the end */
    CompletionRendering(Head head, boolean withUsage, Runnable onGone) {
        this.head = head;
        this.withUsage = withUsage;
        this.onGone = onGone;
    }

    @Override
    public void show(StreamEvent event, SseText out) {
        if (over) {
            return;
        }
        switch (event.name()) {
            case "message_start" -> start(out);
            case "delta" ->
                say(text.add(WireJson.read(event.data(), Delta.class).text()), out);
            case "message_end" -> end(WireJson.read(event.data(), MessageEnd.class), out);
            case "error" -> fail(WireJson.read(event.data(), TurnError.class), out);
            default -> {
                // What our own tools do is not in these words.
            }
        }
        if (text.isContradicted() && !over) {
            fail("turn_started_over", "The answer had to start over, and says something else now. Ask again.", out);
        }
    }

    @Override
    public void cut(SseText out) {
        if (!over) {
            fail("stream_cut", "The answer cannot be followed to its end here. Ask again.", out);
        }
    }

    @Override
    public void readerGone() {
        onGone.run();
    }

    private void start(SseText out) {
        if (begun) {
            text.startOver();
            return;
        }
        begun = true;
        write(new Piece("assistant", "", null), null, out);
    }

    private void say(String news, SseText out) {
        if (!news.isEmpty()) {
            write(new Piece(null, news, null), null, out);
        }
    }

    private void end(MessageEnd end, SseText out) {
        say(text.finish(end.text()), out);
        if (text.isContradicted()) {
            return;
        }
        if (end.toolCalls() != null) {
            write(new Piece(null, null, Completion.calls(end.toolCalls(), true)), null, out);
        }
        write(new Piece(null, null, null), FinishWords.of(end.finishReason()), out);
        if (withUsage) {
            out.data(WireJson.write(chunk(List.of(), TokenUsage.of(end.usage()))));
        }
        finish(out);
    }

    private void fail(TurnError error, SseText out) {
        fail(error.code(), error.detail(), out);
    }

    private void fail(String code, String detail, SseText out) {
        out.data(WireJson.write(new OpenAiError(new OpenAiError.Detail(detail, "server_error", null, code, null))));
        finish(out);
    }

    private void finish(SseText out) {
        out.data(DONE);
        over = true;
    }

    private void write(Piece piece, @Nullable String finishReason, SseText out) {
        out.data(WireJson.write(chunk(List.of(new ChunkChoice(0, piece, finishReason)), null)));
    }

    private Chunk chunk(List<ChunkChoice> choices, @Nullable TokenUsage usage) {
        return new Chunk(head.id(), "chat.completion.chunk", head.created(), head.model(), choices, usage);
    }
}
