package dev.parley.conversation.conversation;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a conversation is made from by the first message that comes for it. */
record Origin(UUID id, Principal owner, @Nullable WorkspaceId workspace, String channel, Instant at) {}
