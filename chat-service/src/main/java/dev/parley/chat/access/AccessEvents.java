package dev.parley.chat.access;

import dev.parley.contracts.conversation.AccessChanged;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.conversation.ConversationStarted;
import dev.parley.contracts.conversation.ConversationUpdated;
import dev.parley.contracts.conversation.MessageAppended;
import dev.parley.platform.messaging.Received;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the projection up to date. Old news is ignored, so an event may come twice or late. */
@Component
final class AccessEvents {
    private final Conversations conversations;

    AccessEvents(Conversations conversations) {
        this.conversations = conversations;
    }

    void accept(List<Received<ConversationEvent>> batch) {
        batch.stream().map(Received::event).forEach(this::accept);
    }

    private void accept(ConversationEvent event) {
        switch (event) {
            case AccessChanged changed ->
                conversations.apply(changed.conversationId(), new KnownAccess(changed.version(), changed.principals()));
            case ConversationDeleted deleted -> conversations.delete(deleted.conversationId());
            case ConversationStarted _, ConversationUpdated _, MessageAppended _ -> {}
        }
    }
}
