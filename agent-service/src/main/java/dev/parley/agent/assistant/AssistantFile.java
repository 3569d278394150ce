package dev.parley.agent.assistant;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An assistant as its file has it, unchecked. */
record AssistantFile(
        @Nullable String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable Integer version,
        @Nullable String prompt,
        @Nullable String model,
        @Nullable List<String> tools,
        @Nullable List<String> handsTo,
        @Nullable List<String> examples,
        @Nullable Bounds limits) {

    record Bounds(
            @Nullable Integer steps,
            @Nullable BigDecimal usd,
            @Nullable Long tokens) {}
}
