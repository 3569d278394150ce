package dev.parley.platform.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose tokens are good no more although they have not expired, as far as it was told here. In memory: a request costs three
 * look-ups. Ended sign-ins are forgotten when their tokens have expired. Thread-safe.
 */
public final class Revocations {
    private final Map<UUID, Lock> locks = new ConcurrentHashMap<>();
    private final Set<UUID> erasedUsers = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Instant> endedSignIns = new ConcurrentHashMap<>();
    private final Clock clock;

    Revocations(Clock clock) {
        this.clock = clock;
    }

    private record Lock(boolean closed, Instant at) {
        static Lock newer(Lock one, Lock other) {
            return other.at.isBefore(one.at) ? one : other;
        }
    }

    /** @param at when; what comes behind something newer changes nothing */
    public void lock(UUID user, Instant at) {
        locks.merge(user, new Lock(true, at), Lock::newer);
    }

    /** @param at when; what comes behind something newer changes nothing */
    public void unlock(UUID user, Instant at) {
        locks.merge(user, new Lock(false, at), Lock::newer);
    }

    /** For good. */
    public void erase(UUID user) {
        erasedUsers.add(user);
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
        Lock lock = locks.get(token.user());
        return lock != null && lock.closed;
    }

    boolean isErased(AccessToken token) {
        return erasedUsers.contains(token.user());
    }

    boolean hasEnded(AccessToken token) {
        return endedSignIns.containsKey(token.session());
    }
}
