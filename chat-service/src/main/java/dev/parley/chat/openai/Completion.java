package dev.parley.chat.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.chat.turn.Turn;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.RequestedCall;
import dev.parley.contracts.turn.Usage;
import dev.parley.platform.messaging.WireJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole chat completion. */
@Schema(name = "ChatCompletion")
record Completion(String id, String object, long created, String model, List<Choice> choices, TokenUsage usage) {

    /** The only answer. */
    @Schema(name = "ChatCompletionChoice")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Choice(
            int index,
            Message message,
            String finishReason,
            @Nullable Object logprobs) {}

    /** What was said, or what the client has to run. */
    @Schema(name = "ChatCompletionMessage")
    record Message(
            String role,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String content,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String refusal,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Call> toolCalls) {}

    /** A call that the client has to make; in chunks it has an index. */
    @Schema(name = "ChatCompletionMessageToolCall")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Call(@Nullable Integer index, String id, String type, FunctionCall function) {}

    /** @param arguments JSON */
    @Schema(name = "ChatCompletionFunctionCall")
    record FunctionCall(String name, String arguments) {}

    /** How many tokens it took. */
    @Schema(name = "CompletionUsage")
    record TokenUsage(int promptTokens, int completionTokens, int totalTokens) {
        static TokenUsage of(Usage usage) {
            return new TokenUsage(
                    usage.inputTokens(), usage.outputTokens(), usage.inputTokens() + usage.outputTokens());
        }
    }

    /** @param model that was asked */
    static Completion of(Turn turn, String model, MessageEnd end) {
        List<Call> calls = end.toolCalls() == null ? null : calls(end.toolCalls(), false);
        String content = calls != null && end.text().isEmpty() ? null : end.text();
        var message = new Message("assistant", content, null, calls);
        return new Completion(
                idOf(turn),
                "chat.completion",
                turn.createdAt().getEpochSecond(),
                end.model() == null ? model : end.model(),
                List.of(new Choice(0, message, FinishWords.of(end.finishReason()), null)),
                TokenUsage.of(end.usage()));
    }

    static String idOf(Turn turn) {
        return "chatcmpl-" + turn.id();
    }

    static List<Call> calls(List<RequestedCall> requested, boolean numbered) {
        List<Call> calls = new ArrayList<>();
        for (RequestedCall call : requested) {
            calls.add(new Call(numbered ? calls.size() : null, CallIds.of(call), "function", function(call)));
        }
        return calls;
    }

    private static FunctionCall function(RequestedCall call) {
        return new FunctionCall(call.toolId(), WireJson.mapper().writeValueAsString(call.arguments()));
    }
}
