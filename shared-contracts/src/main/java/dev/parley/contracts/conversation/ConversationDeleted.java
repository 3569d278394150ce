package dev.parley.contracts.conversation;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation is gone, with all it held; whoever copied it deletes the copy. */
@WireType("parley.conversation.deleted.v1")
public record ConversationDeleted(
        ConversationId conversationId,
        Principal owner,
        @Nullable WorkspaceId workspaceId,
        long sequence,
        Instant deletedAt)
        implements ConversationEvent {}
