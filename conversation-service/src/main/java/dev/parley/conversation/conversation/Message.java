package dev.parley.conversation.conversation;

import dev.parley.contracts.conversation.Author;
import dev.parley.contracts.conversation.MessageStatus;
import dev.parley.contracts.conversation.Role;
import dev.parley.contracts.turn.Citation;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.Usage;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A stored message. It never changes. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads
class Message implements Persistable<UUID> {
    @Id
    private UUID id;

    private UUID conversationId;
    private long sequence;
    private @Nullable UUID turnId;
    private String role;
    private String authorKind;
    private @Nullable String authorId;
    private String content;
    private String status;
    private String channel;

    @Convert(converter = ToolCallsColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    private List<ToolCallRecord> toolCalls;

    @Convert(converter = CitationsColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    private List<Citation> citations;

    @Convert(converter = UsageColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    private @Nullable Usage usage;

    private @Nullable String model;

    @Column(nullable = false)
    private Instant createdAt;

    protected Message() {}

    Message(UUID conversationId, long sequence, Draft draft) {
        this.id = draft.id();
        this.conversationId = conversationId;
        this.sequence = sequence;
        this.turnId = draft.turnId();
        this.role = column(draft.role());
        this.authorKind = column(draft.author().kind());
        this.authorId = draft.author().id();
        this.content = draft.content();
        this.status = column(draft.status());
        this.channel = draft.channel();
        this.toolCalls = draft.toolCalls();
        this.citations = draft.citations();
        this.usage = draft.usage();
        this.model = draft.model();
        this.createdAt = draft.createdAt();
    }

    private static String column(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Messages are only ever added; whether one is there is asked before. */
    @Override
    public boolean isNew() {
        return true;
    }

    UUID conversationId() {
        return conversationId;
    }

    String channel() {
        return channel;
    }

    long sequence() {
        return sequence;
    }

    @Nullable
    UUID turnId() {
        return turnId;
    }

    Role role() {
        return Role.valueOf(role.toUpperCase(Locale.ROOT));
    }

    Author author() {
        return new Author(Author.Kind.valueOf(authorKind.toUpperCase(Locale.ROOT)), authorId, null);
    }

    String content() {
        return content;
    }

    MessageStatus status() {
        return MessageStatus.valueOf(status.toUpperCase(Locale.ROOT));
    }

    List<ToolCallRecord> toolCalls() {
        return toolCalls;
    }

    List<Citation> citations() {
        return citations;
    }

    @Nullable
    Usage usage() {
        return usage;
    }

    @Nullable
    String model() {
        return model;
    }

    Instant createdAt() {
        return createdAt;
    }
}
