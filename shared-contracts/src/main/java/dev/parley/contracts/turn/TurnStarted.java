package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker has begun a turn.
 *
 * @param owner whose turn it is; absent in records of older writers
 */
@WireType("parley.turn.started.v1")
public record TurnStarted(
        TurnId turnId,
        ConversationId conversationId,
        @Nullable Principal owner,
        @Nullable WorkspaceId workspaceId,
        int attempt,
        String model,
        Instant startedAt)
        implements TurnOutcome {}
