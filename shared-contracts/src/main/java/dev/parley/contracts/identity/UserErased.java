package dev.parley.contracts.identity;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.UserId;
import java.time.Instant;

/**
 * Somebody is gone for good, and nothing counts after it: whoever keeps something of this person deletes it, and takes nothing
 * more. Each of the person's conversations is told of as deleted besides.
 */
@WireType("parley.identity.user_erased.v1")
public record UserErased(UserId userId, Instant erasedAt) implements IdentityEvent {}
