package dev.parley.contracts.identity;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.UserId;
import java.time.Instant;

/** An administrator has locked an account: no token of it is good, whoever gave it, until the account is unlocked. */
@WireType("parley.identity.account_locked.v1")
public record AccountLocked(UserId userId, Instant lockedAt) implements IdentityEvent {}
