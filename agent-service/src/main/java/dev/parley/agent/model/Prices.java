package dev.parley.agent.model;

import java.math.BigDecimal;

/** What answers cost, by the table of list prices in {@code model/prices.csv}. Thread-safe. */
public interface Prices {
    /** So many that no price is rounded to nothing. */
    int MANY = 1_000_000;

    /**
     * US dollars for so many tokens. Zero for {@code offline}. A model that the table does not know costs as much as the
     * dearest of its provider, so that a budget holds, and nothing where the table knows none of them; its first use is said in the
     * log.
     */
    BigDecimal costUsd(String model, int inputTokens, int outputTokens);

    /** Whether it costs nothing, also because nobody knows a price of its provider. */
    default boolean isFree(String model) {
        return costUsd(model, MANY, MANY).signum() == 0;
    }
}
