package dev.parley.agent.turn;

import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Cancellation;
import dev.parley.platform.work.Fence;
import dev.parley.platform.work.Fenced;
import dev.parley.platform.work.WorkItem;

/** Workers that may be killed at any step of what they do with a turn. */
final class Mortals {
    static final int NEVER = Integer.MAX_VALUE;

    /** What a worker does: a method of the handler. */
    interface Deed {
        void with(WorkItem item) throws InterruptedException;
    }

    private Mortals() {}

    /** Whether the worker died, after so many steps. */
    static boolean die(int steps, Deed deed, RequestTurn turn, int attempt) throws InterruptedException {
        return die(deed, item(turn, attempt, new MortalFence(steps)));
    }

    static boolean die(Deed deed, WorkItem item) throws InterruptedException {
        try {
            live(deed, item);
            return false;
        } catch (Fenced _) {
            return true;
        }
    }

    /** As the item's tenant, like the runtime. */
    static void live(Deed deed, WorkItem item) throws InterruptedException {
        RequestTurn turn = WireJson.read(item.payload(), RequestTurn.class);
        try (TenantScope _ = TenantScope.of(turn.owner())) {
            deed.with(item);
        }
    }

    static WorkItem item(RequestTurn turn, int attempt, Fence fence) {
        return new WorkItem(
                turn.turnId().value(),
                "turn",
                turn.conversationId().toString(),
                attempt,
                0,
                WireJson.write(turn),
                turn.createdAt(),
                turn.createdAt(),
                null,
                fence,
                new Cancellation());
    }
}
