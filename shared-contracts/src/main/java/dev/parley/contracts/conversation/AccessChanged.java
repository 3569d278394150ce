package dev.parley.contracts.conversation;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a conversation, from now on and in full.
 *
 * @param version grows with every change: a lower one than seen is old news
 */
@WireType("parley.conversation.access_changed.v1")
public record AccessChanged(
        ConversationId conversationId,
        Principal owner,
        @Nullable WorkspaceId workspaceId,
        long sequence,
        long version,
        List<Principal> principals,
        Instant changedAt)
        implements ConversationEvent {}
