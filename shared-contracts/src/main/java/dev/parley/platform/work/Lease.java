package dev.parley.platform.work;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What this worker knows of its own lease, by a clock that only goes forward. A renewal counts from when it was asked for,
 * so we never believe in it for longer than others do. Written by the heartbeat, read by all.
 */
final class Lease {

    private final WorkSettings settings;
    private final LongSupplier nanoTime;
    private volatile State state;

    private record State(boolean renewed, long renewedAt, long steadySince, int breaks) {}

    Lease(WorkSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.state = new State(false, 0, 0, 0);
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** Whether we may act for what we hold. */
    boolean holds() {
        State seen = state;
        return seen.renewed && !olderThan(seen.renewedAt, settings.fenceAfter());
    }

    /** Whether it has been held without a break for so long that everybody alive has renewed in the meantime. */
    boolean mayJudgeOthers() {
        State seen = state;
        return holds() && isSteady(seen, now()) && olderThan(seen.steadySince, settings.lease());
    }

    /** How often it was lost for a while: what was claimed before such a break may be somebody else's now. */
    int breaks() {
        return state.breaks;
    }

    void renewed(long askedAt) {
        State last = state;
        boolean steady = last.renewed && isSteady(last, askedAt);
        boolean lapsed = last.renewed
                && askedAt - last.renewedAt >= settings.fenceAfter().toNanos();
        state = new State(true, askedAt, steady ? last.steadySince : askedAt, lapsed ? last.breaks + 1 : last.breaks);
    }

    private boolean isSteady(State last, long now) {
        return now - last.renewedAt <= settings.heartbeat().multipliedBy(3).toNanos();
    }

    private boolean olderThan(long since, Duration age) {
        return now() - since >= age.toNanos();
    }
}
