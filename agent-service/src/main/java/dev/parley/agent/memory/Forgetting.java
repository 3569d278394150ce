package dev.parley.agent.memory;

import dev.parley.contracts.conversation.AccessChanged;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.conversation.ConversationStarted;
import dev.parley.contracts.conversation.ConversationUpdated;
import dev.parley.contracts.conversation.MessageAppended;
import dev.parley.contracts.id.ConversationId;
import dev.parley.platform.messaging.Received;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets conversations that were deleted: the tombstone first, so that nothing is written behind the erasure. */
@Component
class Forgetting {
    private final Memory memory;
    private final List<ConversationData> everything;

    Forgetting(Memory memory, List<ConversationData> everything) {
        this.memory = memory;
        this.everything = everything;
    }

    @Transactional
    void accept(List<Received<ConversationEvent>> batch) {
        batch.stream().map(Received::event).forEach(this::accept);
    }

    private void accept(ConversationEvent event) {
        switch (event) {
            case ConversationDeleted deleted -> forget(deleted.conversationId());
            case ConversationStarted _, ConversationUpdated _, MessageAppended _, AccessChanged _ -> {}
        }
    }

    private void forget(ConversationId conversation) {
        memory.bury(conversation);
        everything.forEach(data -> data.erase(conversation));
    }
}
