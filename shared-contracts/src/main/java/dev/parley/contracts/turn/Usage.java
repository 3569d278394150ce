package dev.parley.contracts.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an answer took.
 *
 * @param costUsd US dollars by the price table; zero for models that cost nothing
 * @param cached true: the answer to an equal question was given again, and no model was asked
 */
public record Usage(
        int inputTokens,
        int outputTokens,
        BigDecimal costUsd,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean cached) {
    public static final Usage NONE = new Usage(0, 0, BigDecimal.ZERO);

    /** Of an answer that a model gave. */
    public Usage(int inputTokens, int outputTokens, BigDecimal costUsd) {
        this(inputTokens, outputTokens, costUsd, null);
    }

    public Usage plus(Usage other) {
        return new Usage(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                costUsd.add(other.costUsd),
                cached == null ? other.cached : cached);
    }

    public Usage fromCache() {
        return new Usage(inputTokens, outputTokens, costUsd, true);
    }
}
