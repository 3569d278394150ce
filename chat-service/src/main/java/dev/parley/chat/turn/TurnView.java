package dev.parley.chat.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A turn as its owner sees it. */
@Schema(name = "Turn")
@JsonInclude(JsonInclude.Include.ALWAYS)
record TurnView(
        TurnId turnId,
        ConversationId conversationId,
        TurnStatus status,
        int attempt,
        MessageId userMessageId,
        MessageId messageId,
        @Nullable String model,

        @Schema(description = "Why it failed", example = "model_unavailable") @Nullable
        String errorCode,

        Instant createdAt,
        @Nullable Instant finishedAt) {
    static TurnView of(Turn turn) {
        return new TurnView(
                turn.id(),
                turn.conversation(),
                turn.status(),
                turn.attempt(),
                turn.userMessage(),
                turn.message(),
                turn.model(),
                turn.errorCode(),
                turn.createdAt(),
                turn.finishedAt());
    }
}
