package dev.parley.chat.openai;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool that the client runs. */
@Schema(name = "ChatCompletionTool")
record ToolParam(
        @Schema(description = "Only function") @NotBlank @Nullable
        String type,

        @Valid @NotNull FunctionParam function) {

    /** Its name, and what it takes. */
    @Schema(name = "FunctionDefinition")
    record FunctionParam(
            @NotBlank @Pattern(regexp = "[a-zA-Z0-9_-]{1,64}") @Nullable
            String name,

            @Size(max = 8_000) @Nullable String description,

            @Schema(description = "JSON Schema of its arguments", types = "object") @Nullable
            Map<String, @Nullable Object> parameters) {}
}
