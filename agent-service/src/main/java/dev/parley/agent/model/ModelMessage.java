package dev.parley.agent.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model reads of a conversation. */
public sealed interface ModelMessage {
    /** The prompt. */
    record Instructions(String text) implements ModelMessage {}

    /** What a person said. */
    record User(String text) implements ModelMessage {}

    /**
     * What the model said and asked for in an earlier step.
     *
     * @param text perhaps empty, when it only asked for tools
     * @param verbatim what the model that said it is sent instead; absent: nothing else
     */
    record Assistant(
            String text,
            List<ToolRequest> toolRequests,
            @Nullable Verbatim verbatim) implements ModelMessage {
        public Assistant {
            toolRequests = List.copyOf(toolRequests);
        }

        public Assistant(String text, List<ToolRequest> toolRequests) {
            this(text, toolRequests, null);
        }

        /** An earlier answer without tools. */
        public static Assistant said(String text) {
            return new Assistant(text, List.of());
        }
    }

    /**
     * What came of a tool request.
     *
     * @param requestId {@link ToolRequest#id()} of the request that it answers
     * @param content the result or the error as JSON text: {@code ToolOutcome.forModel()}
     * @param verbatim whether a client gave it, who has said itself what its model is to make of it; else models read it
     *     marked as data
     */
    record ToolAnswer(String requestId, String toolId, String content, boolean verbatim) implements ModelMessage {
        public ToolAnswer(String requestId, String toolId, String content) {
            this(requestId, toolId, content, false);
        }

        public static ToolAnswer ofClient(String requestId, String toolId, String content) {
            return new ToolAnswer(requestId, toolId, content, true);
        }
    }
}
