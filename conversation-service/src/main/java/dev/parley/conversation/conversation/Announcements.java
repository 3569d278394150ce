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
import dev.parley.conversation.stream.Announcement;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a conversation; each fact takes the next place in its event stream. */
final class Announcements {
    private Announcements() {}

    static ConversationStarted started(Conversation conversation) {
        return new ConversationStarted(
                id(conversation),
                conversation.owner(),
                workspace(conversation),
                conversation.nextSequence(),
                conversation.channel(),
                conversation.createdAt());
    }

    static AccessChanged accessChanged(Conversation conversation, Instant at) {
        return new AccessChanged(
                id(conversation),
                conversation.owner(),
                workspace(conversation),
                conversation.nextSequence(),
                conversation.nextAccessVersion(),
                List.of(conversation.owner()),
                at);
    }

    /** The message has its place already. */
    static MessageAppended appended(Conversation conversation, Message message) {
        Draft draft = message.draft();
        return new MessageAppended(
                id(conversation),
                conversation.owner(),
                workspace(conversation),
                message.sequence(),
                new MessageId(draft.id()),
                turn(draft.turnId()),
                draft.role(),
                draft.author(),
                draft.content(),
                draft.status(),
                draft.channel(),
                draft.toolCalls(),
                draft.citations(),
                draft.usage(),
                draft.model(),
                draft.createdAt());
    }

    static ConversationUpdated updated(Conversation conversation) {
        return new ConversationUpdated(
                id(conversation),
                conversation.owner(),
                workspace(conversation),
                conversation.nextSequence(),
                conversation.title(),
                conversation.tags(),
                conversation.status(),
                conversation.updatedAt());
    }

    static ConversationDeleted deleted(Conversation conversation, Instant at) {
        return new ConversationDeleted(
                id(conversation), conversation.owner(), workspace(conversation), conversation.nextSequence(), at);
    }

    /** Of one that is gone before it has begun. */
    static ConversationDeleted neverBegun(Origin origin, Instant at) {
        return new ConversationDeleted(new ConversationId(origin.id()), origin.owner(), origin.workspace(), 1, at);
    }

    static Announcement of(ConversationEvent event, Context trace) {
        return new Announcement(
                Topic.CONVERSATION_EVENTS, event.conversationId().toString(), event, trace);
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
