package dev.parley.chat.access;

import dev.parley.contracts.conversation.AccessChanged;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.conversation.ConversationStarted;
import dev.parley.contracts.conversation.ConversationUpdated;
import dev.parley.contracts.conversation.MessageAppended;
import dev.parley.contracts.id.ConversationId;
import dev.parley.platform.messaging.Received;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the projection up to date. Old news is ignored, so an event may come twice or late. */
@Component
final class AccessEvents {
    private final Conversations conversations;

    AccessEvents(Conversations conversations) {
        this.conversations = conversations;
    }

    void accept(List<Received<ConversationEvent>> batch) {
        Map<ConversationId, KnownAccess> said = new HashMap<>();
        Set<ConversationId> deleted = new HashSet<>();
        for (Received<ConversationEvent> received : batch) {
            switch (received.event()) {
                case AccessChanged changed ->
                    said.merge(
                            changed.conversationId(),
                            new KnownAccess(changed.version(), changed.principals()),
                            KnownAccess::newer);
                case ConversationDeleted gone -> deleted.add(gone.conversationId());
                case ConversationStarted _, ConversationUpdated _, MessageAppended _ -> {}
            }
        }
        if (!said.isEmpty()) {
            conversations.apply(said);
        }
        deleted.forEach(conversations::delete);
    }
}
