package dev.parley.contracts.conversation;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.id.WorkspaceId;
import dev.parley.contracts.turn.Citation;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message was stored, whole. */
@WireType("parley.conversation.message_appended.v1")
public record MessageAppended(
        ConversationId conversationId,
        Principal owner,
        @Nullable WorkspaceId workspaceId,
        long sequence,
        MessageId messageId,
        @Nullable TurnId turnId,
        Role role,
        Author author,
        String content,
        MessageStatus status,
        String channel,
        List<ToolCallRecord> toolCalls,
        List<Citation> citations,
        @Nullable Usage usage,
        @Nullable String model,
        Instant createdAt)
        implements ConversationEvent {}
