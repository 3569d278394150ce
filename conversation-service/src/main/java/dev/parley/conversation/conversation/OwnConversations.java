package dev.parley.conversation.conversation;

import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.topic.Topic;
import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.conversation.stream.Outbox;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import io.opentelemetry.context.Context;
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
    private final ConversationViews views;
    private final MessageViews messages;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    OwnConversations(
            Conversations conversations,
            ConversationViews views,
            MessageViews messages,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.conversations = conversations;
        this.views = views;
        this.messages = messages;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Page<ConversationView> list(Principal owner, @Nullable Cursor cursor, Limit limit) {
        List<ConversationView> found = cursor == null
                ? views.newestOf(owner, limit.plusOne())
                : views.newestOf(owner, cursor.instant(0), cursor.uuid(1), limit.plusOne());
        return Page.of(found, limit, last -> Cursor.of(last.createdAt(), last.id()));
    }

    ConversationView find(Principal owner, UUID id) {
        return views.find(owner, id).orElseThrow(OwnConversations::notFound);
    }

    Page<MessageView> messages(Principal owner, UUID id, @Nullable Cursor cursor, Limit limit) {
        long after = cursor == null ? 0 : cursor.number(0);
        List<MessageViews.Placed> found =
                messages.oldestOf(owner, id, after, limit.plusOne()).orElseThrow(OwnConversations::notFound);
        return Page.of(found, limit, last -> Cursor.of(last.sequence())).map(MessageViews.Placed::view);
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

    /** For good: what comes for it later is not stored any more, and what was to be told before and is here is not told. */
    @Transactional
    void delete(Principal owner, UUID id) {
        delete(requireLocked(owner, id));
        audit.add(AuditEntry.by(owner, "conversation_deleted").onConversation(id));
    }

    /** The same for one of those that somebody has. @return false when there is none */
    @Transactional
    boolean deleteOne(Principal owner) {
        List<ConversationView> any = views.newestOf(owner, 1);
        any.forEach(one -> conversations
                .lock(one.id())
                .ifPresentOrElse(this::delete, () -> conversations.dropDeleted(List.of(one.id()))));
        return !any.isEmpty();
    }

    private void delete(Conversation conversation) {
        outbox.withdraw(Topic.CONVERSATION_EVENTS, conversation.id().toString());
        tell(Announcements.deleted(conversation, clock.instant()));
        conversations.bury(conversation.id(), clock.instant());
    }

    private ConversationView describe(Conversation conversation, @Nullable String title, List<String> tags) {
        conversation.describe(title, tags.stream().distinct().toList(), clock.instant());
        tell(Announcements.updated(conversation));
        conversations.saveDescribed(conversation);
        return ConversationView.of(conversation);
    }

    private void tell(ConversationEvent event) {
        outbox.add(List.of(Announcements.of(event, Context.current())));
    }

    private Conversation requireLocked(Principal owner, UUID id) {
        return conversations
                .lock(id)
                .filter(conversation -> conversation.owner().equals(owner))
                .orElseThrow(OwnConversations::notFound);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("conversation");
    }
}
