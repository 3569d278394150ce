package dev.parley.agent.turn;

import dev.parley.platform.work.Fence;
import dev.parley.platform.work.Fenced;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The fence of a process that dies: it is asked before every send and every write, and from some time on it lets nothing
 * more through, just as if there were nobody any more.
 */
final class MortalFence implements Fence {

    private final AtomicInteger left;

    /** @param steps how often it lets pass */
    MortalFence(int steps) {
        this.left = new AtomicInteger(steps);
    }

    @Override
    public boolean holds() {
        return left.decrementAndGet() >= 0;
    }

    @Override
    public void requireInTransaction() {
        if (!holds()) {
            throw new Fenced("the process was killed");
        }
    }
}
