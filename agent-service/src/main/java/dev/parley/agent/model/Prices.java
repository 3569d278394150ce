package dev.parley.agent.model;

import java.math.BigDecimal;

/** What answers cost, by the table of list prices in {@code model/prices.csv}. Thread-safe. */
public interface Prices {
    /** So many that no price is rounded to nothing. */
    int MANY = 1_000_000;

    /**
     * US dollars for so many tokens. Zero for {@code offline}, and for a model that the table does not know: its first use
     * is said in the log, since nobody else would notice.
     */
    BigDecimal costUsd(String model, int inputTokens, int outputTokens);

    /** Whether it costs nothing, also because nobody knows its price. */
    default boolean isFree(String model) {
        return costUsd(model, MANY, MANY).signum() == 0;
    }
}
