package dev.parley.agent.memory;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.RecurringChore;
import dev.parley.platform.work.WorkItem;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Looks every five minutes whether the database knows that it has read the log, and has it read when it does not: it is new, or
 * what it knew was lost.
 */
@Component
class LostMemory extends RecurringChore {

    private final Restored restored;
    private final Inbox inbox;

    LostMemory(Restored restored, Inbox inbox) {
        super("lost-memory", "45 */5 * * * *", Duration.ofMinutes(4));
        this.restored = restored;
        this.inbox = inbox;
    }

    @Override
    public void run(WorkItem item) {
        item.fence().require();
        look();
    }

    void look() {
        inbox.put(restored.missing(Topic.CONVERSATION_EVENTS.partitions()).stream()
                .map(Restoring::of)
                .toList());
    }
}
