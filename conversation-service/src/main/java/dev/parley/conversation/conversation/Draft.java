package dev.parley.conversation.conversation;

import dev.parley.contracts.conversation.Author;
import dev.parley.contracts.conversation.MessageStatus;
import dev.parley.contracts.conversation.Role;
import dev.parley.contracts.turn.Citation;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.Usage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that has no place in its conversation yet. */
record Draft(
        UUID id,
        @Nullable UUID turnId,
        Role role,
        Author author,
        String content,
        MessageStatus status,
        String channel,
        List<ToolCallRecord> toolCalls,
        List<Citation> citations,
        @Nullable Usage usage,
        @Nullable String model,
        Instant createdAt) {}
