package dev.parley.conversation.conversation;

import dev.parley.contracts.conversation.AccessChanged;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.conversation.ConversationStarted;
import dev.parley.contracts.conversation.ConversationUpdated;
import dev.parley.contracts.conversation.MessageAppended;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.id.WorkspaceId;
import dev.parley.contracts.topic.Topic;
import dev.parley.conversation.stream.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what became of a conversation, in the transaction in which it did, each fact in its place. */
@Component
class Announcements {
    private final Outbox outbox;
    private final Clock clock;

    Announcements(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void started(Conversation conversation) {
        tell(new ConversationStarted(
                id(conversation),
                conversation.owner(),
                workspace(conversation),
                conversation.nextSequence(),
                conversation.channel(),
                conversation.createdAt()));
    }

    void accessChanged(Conversation conversation) {
        tell(new AccessChanged(
                id(conversation),
                conversation.owner(),
                workspace(conversation),
                conversation.nextSequence(),
                conversation.nextAccessVersion(),
                List.of(conversation.owner()),
                clock.instant()));
    }

    void appended(Conversation conversation, Message message) {
        tell(new MessageAppended(
                new ConversationId(message.conversationId()),
                conversation.owner(),
                workspace(conversation),
                message.sequence(),
                new MessageId(message.getId()),
                turn(message.turnId()),
                message.role(),
                message.author(),
                message.content(),
                message.status(),
                message.channel(),
                message.toolCalls(),
                message.citations(),
                message.usage(),
                message.model(),
                message.createdAt()));
    }

    void updated(Conversation conversation) {
        tell(new ConversationUpdated(
                id(conversation),
                conversation.owner(),
                workspace(conversation),
                conversation.nextSequence(),
                conversation.title(),
                conversation.tags(),
                conversation.status(),
                conversation.updatedAt()));
    }

    /** The last that is told of it: what was to be told before and is still here is not told any more. */
    void deleted(Conversation conversation, Instant at) {
        outbox.withdraw(Topic.CONVERSATION_EVENTS, id(conversation).toString());
        tell(new ConversationDeleted(
                id(conversation), conversation.owner(), workspace(conversation), conversation.nextSequence(), at));
    }

    private void tell(ConversationEvent event) {
        outbox.add(Topic.CONVERSATION_EVENTS, event.conversationId().toString(), event);
    }

    private static ConversationId id(Conversation conversation) {
        return new ConversationId(conversation.id());
    }

    private static @Nullable WorkspaceId workspace(Conversation conversation) {
        UUID workspace = conversation.workspaceId();
        return workspace == null ? null : new WorkspaceId(workspace);
    }

    private static @Nullable TurnId turn(@Nullable UUID turn) {
        return turn == null ? null : new TurnId(turn);
    }
}
