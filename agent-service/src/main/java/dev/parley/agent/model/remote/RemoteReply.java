package dev.parley.agent.model.remote;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.RequestTokens;
import dev.parley.agent.model.StopReason;
import dev.parley.agent.model.TokenEstimate;
import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.model.Verbatim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reply in our words. */
final class RemoteReply {
    private static final int LONGEST_ID = 40;

    private RemoteReply() {}

    /** @param text all that was said; of LangChain4j come the end and the tools */
    static ModelReply of(ModelRequest request, String text, @Nullable Verbatim verbatim, ChatResponse response) {
        List<ToolRequest> tools = tools(response.aiMessage().toolExecutionRequests());
        TokenUsage usage = response.tokenUsage();
        return new ModelReply(
                text,
                tools,
                reason(response.finishReason(), tools),
                counted(usage == null ? null : usage.inputTokenCount(), () -> RequestTokens.of(request)),
                counted(usage == null ? null : usage.outputTokenCount(), () -> TokenEstimate.of(text)),
                verbatim);
    }

    private static int counted(@Nullable Integer count, java.util.function.IntSupplier estimate) {
        return count == null ? estimate.getAsInt() : count;
    }

    private static StopReason reason(@Nullable FinishReason reason, List<ToolRequest> tools) {
        if (!tools.isEmpty()) {
            // Some servers say "stop" after tool requests; the requests are what counts.
            return StopReason.TOOL_REQUESTS;
        }
        return reason == FinishReason.LENGTH ? StopReason.LENGTH : StopReason.STOP;
    }

    private static List<ToolRequest> tools(@Nullable List<ToolExecutionRequest> requests) {
        List<ToolRequest> tools = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ToolExecutionRequest request : Objects.requireNonNullElse(requests, List.<ToolExecutionRequest>of())) {
            tools.add(new ToolRequest(
                    usable(request.id(), tools.size(), ids),
                    Objects.requireNonNullElse(request.name(), ""),
                    Objects.requireNonNullElse(request.arguments(), "")));
        }
        return tools;
    }

    /** Empty and repeated ids do occur; the provider would refuse them in the next request. */
    private static String usable(@Nullable String id, int index, Set<String> taken) {
        if (id != null && !id.isBlank() && id.length() <= LONGEST_ID && taken.add(id)) {
            return id;
        }
        String made = "call_" + index;
        taken.add(made);
        return made;
    }
}
