package dev.parley.chat.turn;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.ToolCall;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** There is no answer yet: somebody has to decide about tool calls. */
@Schema(name = "WaitingAnswer")
record WaitingAnswer(
        ConversationId conversationId,
        ConversationId chatRoomId,
        TurnId turnId,
        MessageId userMessageId,
        MessageId aiMessageId,

        @Schema(description = "Always waiting_approval", example = "waiting_approval")
        String status,

        List<WaitingCall> toolCalls,

        @Schema(description = "When the turn goes on without a decision")
        Instant waitsUntil,

        @Schema(description = "Where the turn can be followed", example = "/api/chat/turns/01a1f8f0-…/stream")
        String stream) {

    /** A call that is made when somebody agrees. */
    @Schema(name = "WaitingToolCall")
    record WaitingCall(
            String toolCallId,
            String toolId,
            Map<String, @Nullable Object> arguments,

            @Schema(description = "Where the decision is posted", example = "/api/chat/turns/…/approvals/…:0:0")
            String decideAt) {}

    static WaitingAnswer of(Turn turn, Heard.Question heard) {
        String base = "/api/chat/turns/" + turn.id();
        return new WaitingAnswer(
                turn.conversation(),
                turn.conversation(),
                turn.id(),
                turn.userMessage(),
                turn.message(),
                "waiting_approval",
                heard.calls().stream().map(call -> waiting(call, base)).toList(),
                heard.waiting().until(),
                base + "/stream");
    }

    private static WaitingCall waiting(ToolCall call, String base) {
        return new WaitingCall(
                call.toolCallId(), call.toolId(), call.arguments(), base + "/approvals/" + call.toolCallId());
    }
}
