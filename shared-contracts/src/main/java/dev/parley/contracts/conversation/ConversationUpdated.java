package dev.parley.contracts.conversation;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Title, tags or status changed: all of them as they are now. */
@WireType("parley.conversation.updated.v1")
public record ConversationUpdated(
        ConversationId conversationId,
        Principal owner,
        @Nullable WorkspaceId workspaceId,
        long sequence,
        @Nullable String title,
        List<String> tags,
        ConversationStatus status,
        Instant updatedAt)
        implements ConversationEvent {}
