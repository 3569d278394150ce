package dev.parley.conversation.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.conversation.MessageStatus;
import dev.parley.contracts.conversation.Role;
import dev.parley.contracts.turn.Citation;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.Usage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as those who may read its conversation see it. */
@Schema(name = "Message")
@JsonInclude(JsonInclude.Include.ALWAYS)
record MessageView(
        UUID id,
        Role role,
        String content,
        MessageStatus status,
        @Nullable UUID turnId,
        List<ToolCallRecord> toolCalls,
        List<Citation> citations,
        @Nullable Usage usage,
        @Nullable String model,
        Instant createdAt) {}
