package dev.parley.conversation.conversation;

import dev.parley.contracts.conversation.ConversationStatus;
import dev.parley.contracts.id.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation. Whoever changes one holds its row's lock, so its places in the event stream have no gap. */
final class Conversation {
    private static final int PREVIEW_LENGTH = 140;
    private static final int TITLE_LENGTH = 60;

    private final UUID id;
    private final Principal owner;
    private final @Nullable UUID workspaceId;
    private final String channel;
    private final ConversationStatus status;
    private final Instant createdAt;
    private @Nullable String title;
    private List<String> tags;
    private int messageCount;
    private @Nullable String lastMessagePreview;
    private long lastSequence;
    private long accessVersion;
    private Instant updatedAt;

    private Conversation(ResultSet row) throws SQLException {
        id = row.getObject("id", UUID.class);
        owner = Columns.owner(row);
        workspaceId = row.getObject("workspace_id", UUID.class);
        channel = row.getString("channel");
        status = Columns.word(ConversationStatus.class, row.getString("status"));
        createdAt = Columns.instant(row, "created_at");
        title = row.getString("title");
        tags = Columns.list(row, "tags");
        messageCount = row.getInt("message_count");
        lastMessagePreview = row.getString("last_message_preview");
        lastSequence = row.getLong("last_seq");
        accessVersion = row.getLong("access_version");
        updatedAt = Columns.instant(row, "updated_at");
    }

    /** From all columns of its table. */
    static Conversation read(ResultSet row) throws SQLException {
        return new Conversation(row);
    }

    /** The next place in the conversation's event stream. */
    long nextSequence() {
        return ++lastSequence;
    }

    /** The version of who may use it, after a change of that. */
    long nextAccessVersion() {
        return ++accessVersion;
    }

    boolean isUntold() {
        return lastSequence == 0;
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
        return owner;
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
        return status;
    }

    int messageCount() {
        return messageCount;
    }

    @Nullable
    String lastMessagePreview() {
        return lastMessagePreview;
    }

    long lastSequence() {
        return lastSequence;
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
