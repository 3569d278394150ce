package dev.parley.agent.memory;

import dev.parley.contracts.conversation.AccessChanged;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.conversation.ConversationStarted;
import dev.parley.contracts.conversation.ConversationUpdated;
import dev.parley.contracts.conversation.MessageAppended;
import dev.parley.contracts.conversation.Role;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.messaging.TailConsumers;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.NewWork;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Remembers what is on a partition of {@code conversation.events}. Goes on where another run has left it. */
@Component
@AcrossTenants("the log holds everybody's conversations; each message is stored as its owner's")
class Restoring implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(Restoring.class);
    private static final WorkKind KIND = new WorkKind("memory-restoring", Duration.ofHours(12), 20, 2);

    private final TailConsumers consumers;
    private final Restored restored;
    private final Tombstones tombstones;
    private final Forgetting forgetting;
    private final TransactionOperations transactions;

    Restoring(
            TailConsumers consumers,
            Restored restored,
            Tombstones tombstones,
            Forgetting forgetting,
            TransactionOperations transactions) {
        this.consumers = consumers;
        this.restored = restored;
        this.tombstones = tombstones;
        this.forgetting = forgetting;
        this.transactions = transactions;
    }

    /** Asked for again while it is open, it is the same. */
    static NewWork of(int partition) {
        String name = KIND.name() + "/" + partition;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new NewWork(id, KIND.name(), name, KIND.name(), WireJson.write(partition), null, null, null);
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    @Override
    public void run(WorkItem item) {
        int partition = WireJson.read(item.payload(), Integer.class);
        try (TenantScope _ = TenantScope.everyone();
                LogReading reading = new LogReading(consumers, partition, restored.nextOffset(partition))) {
            while (!reading.isAtEnd()) {
                item.fence().require();
                List<Received<ConversationEvent>> batch = reading.next();
                // First, or a run that ends in between would go on behind a deletion.
                forgetting.accept(batch);
                remember(item, partition, batch, reading.nextOffset());
            }
            transactions.executeWithoutResult(_ -> {
                item.fence().requireInTransaction();
                restored.readTo(partition, reading.nextOffset(), true);
            });
        }
    }

    /** A deletion that is not on the log yet either is seen here, or sees what was written here. */
    private void remember(WorkItem item, int partition, List<Received<ConversationEvent>> batch, long nextOffset) {
        transactions.executeWithoutResult(_ -> {
            item.fence().requireInTransaction();
            tombstones.lock(
                    batch.stream().map(it -> it.event().conversationId()).toList());
            batch.forEach(this::remember);
            restored.readTo(partition, nextOffset, false);
        });
    }

    private void remember(Received<ConversationEvent> received) {
        switch (received.event()) {
            case MessageAppended message when isOfTurn(message) -> restored.add(received, message);
            case MessageAppended _,
                    ConversationStarted _,
                    ConversationUpdated _,
                    AccessChanged _,
                    ConversationDeleted _ -> {}
        }
    }

    private static boolean isOfTurn(MessageAppended message) {
        boolean spoken = message.role() == Role.USER || message.role() == Role.ASSISTANT;
        return spoken && message.turnId() != null && !message.content().isBlank();
    }

    @Override
    public void resend(WorkItem item) {
        run(item);
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("What is on the log could not be remembered, and is tried again: {}", failure);
    }
}
