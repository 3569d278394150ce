package dev.parley.agent.memory;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What has left the window of this conversation is to be summed up.
 *
 * @param owner who pays for it
 * @param model which answers in it, and so may read it
 */
public record SummaryWanted(
        ConversationId conversationId,
        Principal owner,
        @Nullable WorkspaceId workspaceId,
        String model) {}
