package dev.parley.contracts.turn;

import java.math.BigDecimal;

/**
 * What an answer took.
 *
 * @param costUsd US dollars by the price table; zero for models that cost nothing
 */
public record Usage(int inputTokens, int outputTokens, BigDecimal costUsd) {
    public static final Usage NONE = new Usage(0, 0, BigDecimal.ZERO);

    public Usage plus(Usage other) {
        return new Usage(
                inputTokens + other.inputTokens, outputTokens + other.outputTokens, costUsd.add(other.costUsd));
    }
}
