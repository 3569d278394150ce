package dev.parley.contracts.conversation;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation came into being. */
@WireType("parley.conversation.started.v1")
public record ConversationStarted(
        ConversationId conversationId,
        Principal owner,
        @Nullable WorkspaceId workspaceId,
        long sequence,
        String channel,
        Instant startedAt)
        implements ConversationEvent {}
