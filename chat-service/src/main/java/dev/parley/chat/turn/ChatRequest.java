package dev.parley.chat.turn;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question as a client sends it. */
@Schema(name = "ChatRequest")
record ChatRequest(
        @Schema(description = "What to answer", example = "Where could I open a coffee bar in Berlin?")
        @NotBlank
        @Size(max = 32_000)
        @Nullable
        String message,

        @Schema(description = "The conversation to go on with; absent: a new one begins") @Nullable
        String conversationId,

        @Schema(description = "The same as conversation_id") @Nullable
        String chatRoomId,

        @Schema(description = "The visitor's secret; only it sees the conversation", example = "demo-session-000001")
        @Nullable
        String sessionId,

        @Schema(description = "The tool that has to answer", example = "location_scout") @Nullable
        String toolId,

        @Schema(description = "The assistant that has to answer; absent: the default one", example = "researcher")
        @Size(max = 100)
        @Nullable
        String assistant,

        @Schema(description = "provider:name; absent: the default model", example = "offline")
        @Size(max = 200)
        @Nullable
        String model,

        @Schema(description = "true: server-sent events, false: JSON; absent: by the Accept header") @Nullable
        Boolean stream,

        @Schema(description = "What to do when a turn of the conversation is running", defaultValue = "enqueue")
        @Nullable
        OnBusy onBusy) {
    private static final String CHANNEL = "web";

    /** @throws ProblemException 404 for an id that cannot be a conversation's, 422 for two that differ */
    Asked asked() {
        return new Asked(
                requiredMessage(),
                conversation(),
                toolId,
                assistant,
                model,
                onBusy == null ? OnBusy.ENQUEUE : onBusy,
                CHANNEL,
                null,
                null,
                RequestHash.of(this));
    }

    private String requiredMessage() {
        if (message == null) {
            throw new IllegalStateException("Not validated");
        }
        return message;
    }

    private Optional<ConversationId> conversation() {
        String id = conversationId == null ? chatRoomId : conversationId;
        if (id == null) {
            return Optional.empty();
        }
        if (chatRoomId != null && !chatRoomId.equals(id)) {
            throw ProblemException.invalidField("chat_room_id", "must be the same as conversation_id, or absent");
        }
        try {
            return Optional.of(ConversationId.parse(id));
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("conversation");
        }
    }
}
