package dev.parley.conversation.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation as its owner sees it. */
@Schema(name = "Conversation")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConversationView(
        UUID id,
        @Nullable String title,
        String channel,
        List<String> tags,
        int messageCount,
        @Nullable String lastMessagePreview,
        Instant createdAt,
        Instant updatedAt) {
    static ConversationView of(Conversation conversation) {
        return new ConversationView(
                conversation.id(),
                conversation.title(),
                conversation.channel(),
                conversation.tags(),
                conversation.messageCount(),
                conversation.lastMessagePreview(),
                conversation.createdAt(),
                conversation.updatedAt());
    }
}
