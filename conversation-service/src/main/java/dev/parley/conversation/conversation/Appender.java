package dev.parley.conversation.conversation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends messages, each once, and makes the conversation when the first one comes. The message, its place and what is told
 * of it are one transaction.
 */
@Component
class Appender {
    private final Conversations conversations;
    private final Messages messages;
    private final Announcements announcements;

    Appender(Conversations conversations, Messages messages, Announcements announcements) {
        this.conversations = conversations;
        this.messages = messages;
        this.announcements = announcements;
    }

    /** A message that is there already, or whose conversation was deleted, changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    void append(Origin origin, Draft draft) {
        lockOrBegin(origin).filter(open -> !messages.existsById(draft.id())).ifPresent(conversation -> {
            if (conversation.isUntold()) {
                announcements.started(conversation);
                announcements.accessChanged(conversation);
            }
            announcements.appended(conversation, messages.save(conversation.append(draft)));
        });
    }

    private Optional<Conversation> lockOrBegin(Origin origin) {
        Optional<Conversation> known = conversations.findAndLock(origin.id());
        if (known.isPresent()) {
            return known;
        }
        conversations.begin(
                origin.id(),
                origin.owner().kind().name(),
                origin.owner().id(),
                origin.workspace() == null ? null : origin.workspace().value(),
                origin.channel(),
                origin.at());
        // A deletion may have come between: only what is read under the lock counts.
        return conversations.findAndLock(origin.id()).filter(row -> !conversations.isBuried(row.id()));
    }
}
