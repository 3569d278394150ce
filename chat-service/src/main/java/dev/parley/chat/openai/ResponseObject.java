package dev.parley.chat.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.contracts.turn.Usage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A response as their API shows it. */
@Schema(name = "Response")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ResponseObject(
        String id,
        String object,
        long createdAt,
        @Nullable Long completedAt,
        String status,
        boolean background,
        @Nullable Failure error,
        @Nullable Incomplete incompleteDetails,
        @Nullable String instructions,
        @Nullable Integer maxOutputTokens,
        String model,
        List<OutputItem> output,
        boolean parallelToolCalls,
        @Nullable String previousResponseId,
        boolean store,
        @Nullable Double temperature,
        TextConfig text,

        @Schema(
                implementation = Object.class,
                types = {"string", "object"})
        JsonNode toolChoice,

        List<ListedTool> tools,
        @Nullable Double topP,
        String truncation,
        Map<String, String> metadata,
        @Nullable ResponseUsage usage) {

    /**
     * Why there is no answer.
     *
     * @param code one of those that their clients know
     * @param reason our own
     */
    @Schema(name = "ResponseError")
    record Failure(String code, String message, String reason) {
        static Failure of(String reason, String message) {
            String code =
                    switch (reason) {
                        case "model_rate_limited" -> "rate_limit_exceeded";
                        case "model_rejected_request" -> "invalid_prompt";
                        case "content_filtered" -> "content_filter";
                        default -> "server_error";
                    };
            return new Failure(code, message, reason);
        }
    }

    /** What the text is to be: plain. */
    @Schema(name = "ResponseTextConfig")
    record TextConfig(TextFormat format) {
        static final TextConfig PLAIN = new TextConfig(new TextFormat("text"));
    }

    @Schema(name = "ResponseTextFormat")
    record TextFormat(String type) {}

    /** Why the answer is no whole one. */
    @Schema(name = "ResponseIncompleteDetails")
    record Incomplete(String reason) {}

    /** A message, or a call that the client has to make: of each, only what it has. */
    @Schema(name = "ResponseOutputItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutputItem(
            String id,
            String type,
            String status,
            @Nullable String role,
            @Nullable List<OutputText> content,
            @Nullable String callId,
            @Nullable String name,
            @Nullable String arguments) {}

    /** What was said. */
    @Schema(name = "ResponseOutputText")
    record OutputText(String type, String text, List<String> annotations, List<String> logprobs) {
        static OutputText of(String text) {
            return new OutputText("output_text", text, List.of(), List.of());
        }
    }

    /** A tool that was offered. */
    @Schema(name = "ResponseListedTool")
    record ListedTool(
            String type, String name, String description, Map<String, @Nullable Object> parameters, boolean strict) {}

    /** How many tokens it took. */
    @Schema(name = "ResponseUsage")
    record ResponseUsage(
            int inputTokens,
            Map<String, Integer> inputTokensDetails,
            int outputTokens,
            Map<String, Integer> outputTokensDetails,
            int totalTokens) {
        static ResponseUsage of(Usage usage) {
            return new ResponseUsage(
                    usage.inputTokens(),
                    Map.of("cached_tokens", 0, "cache_write_tokens", 0),
                    usage.outputTokens(),
                    Map.of("reasoning_tokens", 0),
                    usage.inputTokens() + usage.outputTokens());
        }
    }
}
