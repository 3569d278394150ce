package dev.parley.agent.memory;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.RecurringWork;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Looks every five minutes whether the database knows that it has read the log, and has it read when it does not: it is new, or
 * what it knew was lost.
 */
@Component
class LostMemory implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(LostMemory.class);
    private static final WorkKind KIND = new WorkKind("lost-memory", Duration.ofMinutes(4), 3, 1);

    @Configuration(proxyBeanMethods = false)
    static class Often {
        @Bean
        RecurringWork lostMemoryOften() {
            String name = KIND.name();
            return new RecurringWork(name, name, name, name, "45 */5 * * * *", ZoneOffset.UTC, new byte[0]);
        }
    }

    private final Restored restored;
    private final Inbox inbox;

    LostMemory(Restored restored, Inbox inbox) {
        this.restored = restored;
        this.inbox = inbox;
    }

    @Override
    public WorkKind kind() {
        return KIND;
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

    @Override
    public void resend(WorkItem item) {
        log.debug("nobody waits for {}", item.id());
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("Nobody has looked this time whether memory was lost: {}", failure);
    }
}
