package dev.parley.conversation.conversation;

import dev.parley.contracts.conversation.ConversationStatus;
import dev.parley.contracts.id.Principal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A conversation. Whoever changes one holds its row's lock, so its places in the event stream have no gap. */
@Entity
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads
class Conversation {
    private static final int PREVIEW_LENGTH = 140;
    private static final int TITLE_LENGTH = 60;

    @Id
    private UUID id;

    private String ownerKind;
    private String ownerId;
    private @Nullable UUID workspaceId;
    private String channel;
    private @Nullable String title;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> tags;

    private String status;
    private int messageCount;
    private @Nullable String lastMessagePreview;
    private long lastSeq;
    private long accessVersion;
    private Instant createdAt;
    private Instant updatedAt;

    protected Conversation() {}

    /** The next place in the conversation's event stream. */
    long nextSequence() {
        return ++lastSeq;
    }

    /** The version of who may use it, after a change of that. */
    long nextAccessVersion() {
        return ++accessVersion;
    }

    boolean isUntold() {
        return lastSeq == 0;
    }

    Message append(Draft draft) {
        messageCount++;
        lastMessagePreview = shortened(draft.content(), PREVIEW_LENGTH);
        updatedAt = draft.createdAt().isAfter(updatedAt) ? draft.createdAt() : updatedAt;
        if (title == null) {
            title = shortened(draft.content(), TITLE_LENGTH);
        }
        return new Message(id, nextSequence(), draft);
    }

    void describe(@Nullable String newTitle, List<String> newTags, Instant at) {
        title = newTitle;
        tags = List.copyOf(newTags);
        updatedAt = at;
    }

    private static String shortened(String text, int length) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= length) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(length - 2)) ? length - 2 : length - 1;
        return line.substring(0, end) + "…";
    }

    UUID id() {
        return id;
    }

    Principal owner() {
        return new Principal(Principal.Kind.valueOf(ownerKind), ownerId);
    }

    @Nullable
    UUID workspaceId() {
        return workspaceId;
    }

    String channel() {
        return channel;
    }

    @Nullable
    String title() {
        return title;
    }

    List<String> tags() {
        return tags;
    }

    ConversationStatus status() {
        return ConversationStatus.valueOf(status.toUpperCase(Locale.ROOT));
    }

    int messageCount() {
        return messageCount;
    }

    @Nullable
    String lastMessagePreview() {
        return lastMessagePreview;
    }

    long accessVersion() {
        return accessVersion;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
