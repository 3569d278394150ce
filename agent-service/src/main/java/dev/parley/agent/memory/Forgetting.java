package dev.parley.agent.memory;

import dev.parley.contracts.conversation.AccessChanged;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.conversation.ConversationStarted;
import dev.parley.contracts.conversation.ConversationUpdated;
import dev.parley.contracts.conversation.MessageAppended;
import dev.parley.contracts.id.ConversationId;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.WorkCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets conversations that were deleted: the tombstone first, then their turns end, then what is kept goes. Taking out
 * the turns waits for what they are writing just now, and what they write later sees the tombstone.
 */
@Component
@AcrossTenants("nothing of a deleted conversation may be left, whoever is thought to own it")
class Forgetting {
    private final Tombstones tombstones;
    private final Inbox inbox;
    private final List<ConversationData> everything;
    private final TransactionOperations transactions;

    Forgetting(
            Tombstones tombstones, Inbox inbox, List<ConversationData> everything, TransactionOperations transactions) {
        this.tombstones = tombstones;
        this.inbox = inbox;
        this.everything = everything;
        this.transactions = transactions;
    }

    /** Most batches hold no deletion, and cost no transaction. */
    void accept(List<Received<ConversationEvent>> batch) {
        List<ConversationId> deleted = batch.stream()
                .map(Received::event)
                .flatMap(event -> deleted(event).stream())
                .toList();
        if (!deleted.isEmpty()) {
            try (TenantScope _ = TenantScope.everyone()) {
                transactions.executeWithoutResult(_ -> forget(deleted));
            }
        }
    }

    private void forget(List<ConversationId> deleted) {
        tombstones.add(deleted);
        inbox.apply(deleted.stream().flatMap(Forgetting::erasures).toList());
        deleted.forEach(conversation -> everything.forEach(data -> data.erase(conversation)));
    }

    private static Optional<ConversationId> deleted(ConversationEvent event) {
        return switch (event) {
            case ConversationDeleted deleted -> Optional.of(deleted.conversationId());
            case ConversationStarted _, ConversationUpdated _, MessageAppended _, AccessChanged _ -> Optional.empty();
        };
    }

    private static Stream<WorkCommand> erasures(ConversationId conversation) {
        return Stream.of(
                new WorkCommand.Erase(conversation.toString(), "The conversation was deleted."),
                Summarising.erasure(conversation));
    }
}
