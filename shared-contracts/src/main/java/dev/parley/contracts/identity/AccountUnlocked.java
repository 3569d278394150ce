package dev.parley.contracts.identity;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.UserId;
import java.time.Instant;

/** An account that was locked may be used again. */
@WireType("parley.identity.account_unlocked.v1")
public record AccountUnlocked(UserId userId, Instant unlockedAt) implements IdentityEvent {}
