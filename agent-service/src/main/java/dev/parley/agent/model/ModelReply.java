package dev.parley.agent.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model said in one step.
 *
 * @param text all pieces joined
 * @param toolRequests in the model's order; empty unless the reason is {@link StopReason#TOOL_REQUESTS}
 * @param inputTokens as the provider counted them, or by {@link TokenEstimate} where it did not
 * @param outputTokens likewise
 * @param verbatim absent: text and requests are all of it
 */
public record ModelReply(
        String text,
        List<ToolRequest> toolRequests,
        StopReason reason,
        int inputTokens,
        int outputTokens,
        @Nullable Verbatim verbatim) {
    public ModelReply {
        toolRequests = List.copyOf(toolRequests);
    }

    public ModelReply(
            String text, List<ToolRequest> toolRequests, StopReason reason, int inputTokens, int outputTokens) {
        this(text, toolRequests, reason, inputTokens, outputTokens, null);
    }

    ModelReply clean() {
        return new ModelReply(
                CleanText.clean(text),
                toolRequests.stream().map(ToolRequest::clean).toList(),
                reason,
                inputTokens,
                outputTokens,
                verbatim);
    }
}
