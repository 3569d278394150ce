package dev.parley.chat.openai;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What OpenAI's clients ask for a response, as far as it has an effect here. */
@Schema(name = "ResponseRequest")
record ResponseRequest(
        @Schema(description = "One of GET /v1/models", example = "default") @Size(max = 200) @Nullable
        String model,

        @Schema(
                description = "A text, or items: messages, function_call, function_call_output",
                implementation = Object.class,
                types = {"string", "array"})
        @NotNull
        JsonNode input,

        @Schema(description = "What the model's part is, in place of our own prompt; for this response alone") @Nullable
        String instructions,

        @Schema(description = "The response that this one goes on from, in the same conversation")
        @Size(max = 100)
        @Nullable
        String previousResponseId,

        @Nullable Boolean stream,

        @Schema(description = "Answers at once; what has become of it is told by GET /v1/responses/{id}") @Nullable
        Boolean background,

        @Schema(description = "Functions that the client runs; none of ours is offered then") @Size(max = 128) @Nullable
        List<@NotNull @Valid FunctionTool> tools,

        @Schema(
                description = "none, auto, required, or the function to call",
                implementation = Object.class,
                types = {"string", "object"})
        @Nullable
        JsonNode toolChoice,

        @Schema(description = "Said again by the response; has no effect") @Nullable
        Boolean parallelToolCalls,

        @Schema(description = "Labels of your own, said again by the response") @Size(max = 16) @Nullable
        Map<@Size(max = 64) String, @NotNull @Size(max = 512) String> metadata,

        @DecimalMin("0") @DecimalMax("2") @Nullable Double temperature,

        @Schema(description = "Said again by the response; has no effect") @DecimalMin("0") @DecimalMax("1") @Nullable
        Double topP,

        @Min(1) @Nullable Integer maxOutputTokens,

        @Schema(description = "Only of type text", implementation = Object.class, types = "object") @Nullable
        JsonNode text,

        @Schema(hidden = true, implementation = Object.class) @Nullable
        JsonNode conversation,

        @Schema(hidden = true, implementation = Object.class) @Nullable
        JsonNode prompt) {

    /** A tool that the client runs. */
    @Schema(name = "ResponseFunctionTool")
    record FunctionTool(
            @Schema(description = "Only function") @NotBlank @Nullable
            String type,

            @Pattern(regexp = "[a-zA-Z0-9_-]{1,64}") @Nullable
            String name,

            @Size(max = 8_000) @Nullable String description,

            @Schema(description = "JSON Schema of its arguments", types = "object") @Nullable
            Map<String, @Nullable Object> parameters) {}

    boolean streams() {
        return Boolean.TRUE.equals(stream);
    }

    boolean runsInBackground() {
        return Boolean.TRUE.equals(background);
    }

    List<FunctionTool> allTools() {
        return tools == null ? List.of() : tools;
    }
}
