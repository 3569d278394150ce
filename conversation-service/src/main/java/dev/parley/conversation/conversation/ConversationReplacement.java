package dev.parley.conversation.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that can be changed of a conversation; what is absent or null is cleared. */
@Schema(name = "ConversationReplacement")
record ConversationReplacement(
        @Size(min = 1, max = 200) @Nullable String title,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 50) String> tags) {}
