package dev.parley.conversation.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends messages, each once, and makes the conversation when the first one comes. The message, its place and what is told
 * of it are one transaction.
 */
@Component
class Appender {
    private static final Logger log = LoggerFactory.getLogger(Appender.class);

    private final Conversations conversations;
    private final Messages messages;
    private final Announcements announcements;
    private final Counter refused;

    Appender(Conversations conversations, Messages messages, Announcements announcements, MeterRegistry meters) {
        this.conversations = conversations;
        this.messages = messages;
        this.announcements = announcements;
        this.refused = meters.counter("parley.conversation.appends.refused");
    }

    /** A message that is there already, whose conversation was deleted, or is somebody else's, changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    void append(Origin origin, Draft draft) {
        lockOrBegin(origin)
                .filter(open -> isTheirs(open, origin))
                .filter(open -> !messages.existsById(draft.id()))
                .ifPresent(conversation -> {
                    if (conversation.isUntold()) {
                        announcements.started(conversation);
                        announcements.accessChanged(conversation);
                    }
                    announcements.appended(conversation, messages.save(conversation.append(draft)));
                });
    }

    /** Once more, though chat-service has looked: what it knows of access may be behind. */
    private boolean isTheirs(Conversation conversation, Origin origin) {
        boolean theirs = conversation.owner().equals(origin.owner());
        if (!theirs) {
            refused.increment();
            log.warn("A message for conversation {} comes from somebody whose it is not, and is left out", origin.id());
        }
        return theirs;
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
