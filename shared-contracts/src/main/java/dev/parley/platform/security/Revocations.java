package dev.parley.platform.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose tokens are good no more although they have not expired, as far as it was told here. In memory: a request costs two
 * look-ups. Ended sign-ins are forgotten when their tokens have expired. Thread-safe.
 */
public final class Revocations {
    private final Set<UUID> lockedUsers = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Instant> endedSignIns = new ConcurrentHashMap<>();
    private final Clock clock;

    Revocations(Clock clock) {
        this.clock = clock;
    }

    public void lock(UUID user) {
        lockedUsers.add(user);
    }

    public void unlock(UUID user) {
        lockedUsers.remove(user);
    }

    /** @param tokensUntil when the last token of it has expired */
    public void end(UUID signIn, Instant tokensUntil) {
        Instant now = clock.instant();
        endedSignIns.values().removeIf(until -> until.isBefore(now));
        if (tokensUntil.isAfter(now)) {
            endedSignIns.put(signIn, tokensUntil);
        }
    }

    boolean isLocked(AccessToken token) {
        return lockedUsers.contains(token.user());
    }

    boolean hasEnded(AccessToken token) {
        return endedSignIns.containsKey(token.session());
    }
}
