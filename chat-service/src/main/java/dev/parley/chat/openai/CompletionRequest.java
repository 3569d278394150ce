package dev.parley.chat.openai;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What OpenAI's clients ask for a chat completion, as far as it has an effect here. */
@Schema(name = "ChatCompletionRequest")
record CompletionRequest(
        @Schema(description = "One of GET /v1/models", example = "default") @Size(max = 200) @Nullable
        String model,

        @Schema(description = "The whole conversation, oldest first") @NotEmpty @Nullable
        List<@NotNull @Valid MessageParam> messages,

        @Nullable Boolean stream,
        @Nullable StreamOptions streamOptions,

        @DecimalMin("0") @DecimalMax("2") @Nullable Double temperature,

        @Schema(description = "The older name of max_completion_tokens") @Min(1) @Nullable
        Integer maxTokens,

        @Min(1) @Nullable Integer maxCompletionTokens,

        @Schema(
                description = "A text, or up to four",
                implementation = Object.class,
                types = {"string", "array"})
        @Nullable
        JsonNode stop,

        @Schema(description = "Functions that the client runs; none of ours is offered then") @Size(max = 128) @Nullable
        List<@NotNull @Valid ToolParam> tools,

        @Schema(
                description = "none, auto, required, or the function to call",
                implementation = Object.class,
                types = {"string", "object"})
        @Nullable
        JsonNode toolChoice,

        @Schema(description = "Only 1") @Nullable Integer n,

        @Schema(description = "Only of type text", implementation = Object.class, types = "object") @Nullable
        JsonNode responseFormat,

        @Schema(description = "Only [\"text\"]") @Nullable List<String> modalities,
        @Schema(description = "Only false") @Nullable Boolean logprobs,

        @Schema(hidden = true, implementation = Object.class) @Nullable
        JsonNode functions) {

    /** How a stream is to be. */
    @Schema(name = "ChatCompletionStreamOptions")
    record StreamOptions(
            @Schema(description = "Ends with a chunk that tells the usage") @Nullable
            Boolean includeUsage) {}

    boolean streams() {
        return Boolean.TRUE.equals(stream);
    }

    boolean includesUsage() {
        return streamOptions != null && Boolean.TRUE.equals(streamOptions.includeUsage());
    }

    List<MessageParam> allMessages() {
        return messages == null ? List.of() : messages;
    }

    List<ToolParam> allTools() {
        return tools == null ? List.of() : tools;
    }

    @Nullable
    Integer mostTokens() {
        return maxCompletionTokens == null ? maxTokens : maxCompletionTokens;
    }
}
