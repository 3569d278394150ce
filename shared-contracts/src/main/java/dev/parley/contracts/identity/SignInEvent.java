package dev.parley.contracts.identity;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.UserId;

/** What became of a sign-in, kept for longer than any access token of it is good. */
public sealed interface SignInEvent extends Event permits SignInEnded {
    UserId userId();
}
