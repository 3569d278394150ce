package dev.parley.agent.turn;

import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.tool.Excerpt;
import dev.parley.agent.tool.PreparedCall;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.contracts.turn.ToolCall;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.ToolCallStatus;
import dev.parley.contracts.turn.ToolProgress;
import dev.parley.contracts.turn.ToolResult;
import dev.parley.platform.messaging.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool call of a step: what the model asked for, and how it is known outside. */
record Call(EffectId effect, ToolRequest request, PreparedCall prepared) {
    /** Of the JSON of a result, in characters: more would fill a model's memory, and the record of the outcome. */
    private static final int LONGEST_RESULT = 100_000;

    private static final int LONGEST_DETAIL = 8_000;

    ToolCall announcement(@Nullable ToolCallStatus status) {
        return told(status, null);
    }

    ToolCall update(ToolProgress progress) {
        return told(ToolCallStatus.RUNNING, progress);
    }

    private ToolCall told(@Nullable ToolCallStatus status, @Nullable ToolProgress progress) {
        return new ToolCall(
                effect.turn(),
                effect.toString(),
                prepared.toolId(),
                prepared.arguments(),
                status,
                progress,
                effect.task().parentCall());
    }

    ToolCallRecord ended(ToolOutcome outcome, long durationMs) {
        return switch (outcome) {
            case ToolOutcome.Success(Map<String, @Nullable Object> result, boolean cached) ->
                record(bounded(result), null, null, cached, durationMs);
            case ToolOutcome.Failure(String code, String detail) ->
                record(null, code, Excerpt.of(detail, LONGEST_DETAIL), false, durationMs);
        };
    }

    /** It was started, nobody has heard of its end, and it must not be made twice. */
    ToolCallRecord unknown() {
        return record(
                null,
                "outcome_unknown",
                "The call was started and broke off; whether it took effect is not known.",
                false,
                0);
    }

    ToolResult result(ToolCallRecord ended) {
        return new ToolResult(
                effect.turn(),
                ended.toolCallId(),
                ended.toolId(),
                ended.result(),
                ended.error(),
                ended.detail(),
                ended.cached(),
                ended.durationMs(),
                ended.parentToolCallId());
    }

    /** What the model reads of it. */
    ModelMessage answer(ToolCallRecord ended) {
        Map<String, @Nullable Object> content = ended.result();
        if (content == null) {
            content = new LinkedHashMap<>();
            content.put("error", ended.error());
            content.put("detail", ended.detail());
        }
        return new ModelMessage.ToolAnswer(
                request.id(), prepared.toolId(), WireJson.mapper().writeValueAsString(content));
    }

    private static Map<String, @Nullable Object> bounded(Map<String, @Nullable Object> result) {
        String json = WireJson.mapper().writeValueAsString(result);
        return json.length() <= LONGEST_RESULT
                ? result
                : Map.of("truncated", true, "beginning", Excerpt.of(json, LONGEST_RESULT));
    }

    private ToolCallRecord record(
            @Nullable Map<String, @Nullable Object> result,
            @Nullable String error,
            @Nullable String detail,
            boolean cached,
            long durationMs) {
        return new ToolCallRecord(
                effect.toString(),
                prepared.toolId(),
                prepared.arguments(),
                result,
                error,
                detail,
                cached,
                durationMs,
                effect.task().parentCall());
    }
}
