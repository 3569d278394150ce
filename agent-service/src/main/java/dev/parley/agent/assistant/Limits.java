package dev.parley.agent.assistant;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far an assistant may go.
 *
 * @param steps how often it may ask for tools in one task
 * @param usd what a task that was handed to it may cost; absent: as much as it does
 * @param tokens what such a task may take, read and written; absent: as many as it does
 */
public record Limits(
        int steps, @Nullable BigDecimal usd, @Nullable Long tokens) {

    /** Whether nothing more may be spent. */
    public boolean areReached(long usedTokens, BigDecimal usedUsd) {
        return (tokens != null && usedTokens >= tokens) || (usd != null && usedUsd.compareTo(usd) >= 0);
    }
}
