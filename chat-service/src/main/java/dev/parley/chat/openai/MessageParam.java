package dev.parley.chat.openai;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message of the conversation that a client keeps. */
@Schema(name = "ChatCompletionMessageParam")
record MessageParam(
        @Schema(description = "system, developer, user, assistant or tool") @NotBlank @Nullable
        String role,

        @Schema(
                description = "A text, or parts of type text",
                implementation = Object.class,
                types = {"string", "array", "null"})
        @Nullable
        JsonNode content,

        @Schema(description = "What an assistant's message asked for") @Size(max = 128) @Nullable
        List<@NotNull @Valid CallParam> toolCalls,

        @Schema(description = "The call whose result a tool's message is") @Size(max = 200) @Nullable
        String toolCallId) {

    /** A call of an earlier answer. */
    @Schema(name = "ChatCompletionMessageToolCallParam")
    record CallParam(
            @NotBlank @Size(max = 200) @Nullable String id,
            @Nullable String type,
            @NotNull @Valid FunctionCallParam function) {}

    /** What was called, with which arguments. */
    @Schema(name = "ChatCompletionFunctionCallParam")
    record FunctionCallParam(
            @NotBlank @Size(max = 200) @Nullable String name,
            @NotNull String arguments) {}

    List<CallParam> allCalls() {
        return toolCalls == null ? List.of() : toolCalls;
    }
}
