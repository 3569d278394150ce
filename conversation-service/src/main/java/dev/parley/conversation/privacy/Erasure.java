package dev.parley.conversation.privacy;

import java.time.Instant;
import java.util.UUID;

/** That somebody wanted to be erased, by the database's clock. */
record Erasure(UUID id, UUID user, Instant requestedAt) {}
