package dev.parley.contracts.identity;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in has ended before its time, and its access tokens are good no more.
 *
 * @param signInId what the tokens say as {@code sid}
 * @param tokensUntil when the last of them has expired anyway
 */
@WireType("parley.identity.sign_in_ended.v1")
public record SignInEnded(UserId userId, UUID signInId, Instant endedAt, Instant tokensUntil) implements SignInEvent {}
