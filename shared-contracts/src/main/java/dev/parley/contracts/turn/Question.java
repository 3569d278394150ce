package dev.parley.contracts.turn;

import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was asked, with all that its conversation and message can be created from. */
public record Question(
        MessageId messageId,
        Principal owner,
        @Nullable WorkspaceId workspaceId,
        String channel,
        String text,
        Instant askedAt) {}
