package dev.parley.conversation.conversation;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The conversations of a caller; somebody else's are as if they were not. */
@Component
class OwnConversations {
    private final Conversations conversations;
    private final Messages messages;
    private final Announcements announcements;
    private final Clock clock;

    OwnConversations(Conversations conversations, Messages messages, Announcements announcements, Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Page<ConversationView> list(Principal owner, @Nullable Cursor cursor, Limit limit) {
        var rows = org.springframework.data.domain.Limit.of(limit.plusOne());
        String kind = owner.kind().name();
        List<Conversation> found = cursor == null
                ? conversations.newestOf(kind, owner.id(), rows)
                : conversations.newestOf(kind, owner.id(), cursor.instant(0), cursor.uuid(1), rows);
        return Page.of(found, limit, last -> Cursor.of(last.createdAt(), last.id()))
                .map(ConversationView::of);
    }

    @Transactional(readOnly = true)
    ConversationView find(Principal owner, UUID id) {
        return ConversationView.of(require(owner, id));
    }

    @Transactional(readOnly = true)
    Page<MessageView> messages(Principal owner, UUID id, @Nullable Cursor cursor, Limit limit) {
        Conversation conversation = require(owner, id);
        long after = cursor == null ? 0 : cursor.number(0);
        List<Message> found =
                messages.oldestOf(conversation.id(), after, org.springframework.data.domain.Limit.of(limit.plusOne()));
        return Page.of(found, limit, last -> Cursor.of(last.sequence())).map(MessageView::of);
    }

    @Transactional
    ConversationView patch(Principal owner, UUID id, ConversationPatch patch) {
        Conversation conversation = requireLocked(owner, id);
        return describe(
                conversation,
                patch.title() == null ? conversation.title() : patch.title(),
                patch.tags() == null ? conversation.tags() : patch.tags());
    }

    @Transactional
    ConversationView replace(Principal owner, UUID id, ConversationReplacement replacement) {
        Conversation conversation = requireLocked(owner, id);
        return describe(conversation, replacement.title(), replacement.tags() == null ? List.of() : replacement.tags());
    }

    /** For good: what comes for it later is not stored any more. */
    @Transactional
    boolean delete(Principal owner, UUID id) {
        Conversation conversation = requireLocked(owner, id);
        announcements.deleted(conversation, clock.instant());
        conversations.bury(id, clock.instant());
        return conversations.remove(id) > 0;
    }

    private ConversationView describe(Conversation conversation, @Nullable String title, List<String> tags) {
        conversation.describe(title, tags.stream().distinct().toList(), clock.instant());
        announcements.updated(conversation);
        return ConversationView.of(conversation);
    }

    private Conversation require(Principal owner, UUID id) {
        return conversations
                .findOwned(id, owner.kind().name(), owner.id())
                .orElseThrow(() -> ProblemException.notFound("conversation"));
    }

    private Conversation requireLocked(Principal owner, UUID id) {
        return conversations
                .findAndLock(id)
                .filter(conversation -> conversation.owner().equals(owner))
                .orElseThrow(() -> ProblemException.notFound("conversation"));
    }
}
