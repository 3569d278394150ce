package dev.parley.contracts.identity;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.UserId;

/** What became of somebody with an account. The topic keeps the last one of each person for good. */
public sealed interface IdentityEvent extends Event permits AccountLocked, AccountUnlocked, UserErased {
    UserId userId();
}
