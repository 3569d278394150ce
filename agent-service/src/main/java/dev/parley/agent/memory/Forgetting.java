package dev.parley.agent.memory;

import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.id.ConversationId;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.WorkCommand;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets conversations that were deleted: the tombstone first, then their turns end, then what is kept goes. Taking out
 * the turns waits for what they are writing just now, and what they write later sees the tombstone.
 */
@Component
class Forgetting {
    private final Memory memory;
    private final Inbox inbox;
    private final List<ConversationData> everything;

    Forgetting(Memory memory, Inbox inbox, List<ConversationData> everything) {
        this.memory = memory;
        this.inbox = inbox;
        this.everything = everything;
    }

    @Transactional
    void accept(List<Received<ConversationDeleted>> batch) {
        List<ConversationId> deleted = batch.stream()
                .map(received -> received.event().conversationId())
                .toList();
        deleted.forEach(memory::bury);
        inbox.apply(deleted.stream().map(Forgetting::erasure).toList());
        deleted.forEach(conversation -> everything.forEach(data -> data.erase(conversation)));
    }

    private static WorkCommand erasure(ConversationId conversation) {
        return new WorkCommand.Erase(conversation.toString(), "The conversation was deleted.");
    }
}
