package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answer this message.
 *
 * @param messageId the id that the answer will have
 * @param message what the user said, 1…32 000 characters
 * @param channel where it was said, such as {@code web}
 * @param model {@code provider:name}; absent: the default
 * @param toolId the tool that has to answer; absent: the model chooses
 * @param streamPartition the partition of {@code chat.turn-stream} to which the answer goes
 * @param expiresAt after this the turn is not begun any more
 * @param context of a client that keeps its conversation itself
 */
@WireType("parley.turn.request_turn.v1")
public record RequestTurn(
        TurnId turnId,
        ConversationId conversationId,
        Principal owner,
        @Nullable WorkspaceId workspaceId,
        MessageId userMessageId,
        MessageId messageId,
        String message,
        String channel,
        @Nullable String model,
        @Nullable String toolId,
        @Nullable String assistant,
        OnBusy onBusy,
        int streamPartition,
        Instant createdAt,
        Instant expiresAt,
        @Nullable ClientContext context)
        implements TurnCommand {
    /** Of a client that leaves its conversation to us. */
    public RequestTurn(
            TurnId turnId,
            ConversationId conversationId,
            Principal owner,
            @Nullable WorkspaceId workspaceId,
            MessageId userMessageId,
            MessageId messageId,
            String message,
            String channel,
            @Nullable String model,
            @Nullable String toolId,
            @Nullable String assistant,
            OnBusy onBusy,
            int streamPartition,
            Instant createdAt,
            Instant expiresAt) {
        this(
                turnId,
                conversationId,
                owner,
                workspaceId,
                userMessageId,
                messageId,
                message,
                channel,
                model,
                toolId,
                assistant,
                onBusy,
                streamPartition,
                createdAt,
                expiresAt,
                null);
    }
}
