package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn waits for somebody to decide about tool calls, and holds no worker meanwhile.
 *
 * @param toolCallIds the calls that wait
 * @param until when it goes on without them
 */
@WireType("parley.turn.paused.v1")
public record TurnPaused(
        TurnId turnId,
        ConversationId conversationId,
        Principal owner,
        @Nullable WorkspaceId workspaceId,
        int attempt,
        List<String> toolCallIds,
        Instant until,
        Instant pausedAt)
        implements TurnOutcome {}
