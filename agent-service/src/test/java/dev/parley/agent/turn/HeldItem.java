package dev.parley.agent.turn;

import dev.parley.platform.work.Cancellation;
import dev.parley.platform.work.Fence;
import dev.parley.platform.work.WorkItem;
import java.time.Instant;
import java.util.UUID;

/** Work that nobody takes away from who runs it. */
public final class HeldItem implements Fence {
    private HeldItem() {}

    public static WorkItem of(String kind, byte[] payload) {
        Instant at = Instant.EPOCH;
        return new WorkItem(
                UUID.randomUUID(), kind, kind, 1, 0, payload, at, at, null, new HeldItem(), new Cancellation());
    }

    @Override
    public boolean holds() {
        return true;
    }

    @Override
    public void requireInTransaction() {
        require();
    }
}
