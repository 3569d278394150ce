package dev.parley.contracts.conversation;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** What became of a conversation. Delivery is at least once; {@link #sequence()} is the order. */
public sealed interface ConversationEvent extends Event
        permits ConversationStarted, MessageAppended, ConversationUpdated, AccessChanged, ConversationDeleted {
    ConversationId conversationId();

    Principal owner();

    @Nullable
    WorkspaceId workspaceId();

    /** The place among the events of the conversation: from 1, with no gap. Nothing counts after a deletion. */
    long sequence();
}
