package dev.parley.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceTableTest {
    private final Prices prices = PriceTable.load("/model/prices.csv");

    @Test
    void a_known_model_costs_what_the_table_says() {
        assertThat(prices.costUsd("openai:gpt-4o-mini", 1_000_000, 0)).isEqualByComparingTo("0.15");
        assertThat(prices.costUsd("openai:gpt-4o-mini", 1_000, 200)).isEqualByComparingTo("0.00027");
    }

    @Test
    void a_dated_name_costs_what_the_undated_one_does() {
        assertThat(prices.costUsd("openai:gpt-4o-2024-08-06", 1_000, 1_000))
                .isEqualTo(prices.costUsd("openai:gpt-4o", 1_000, 1_000));
    }

    @Test
    void offline_and_models_of_providers_without_prices_cost_nothing() {
        assertThat(prices.costUsd("offline", 1_000, 1_000)).isZero();
        assertThat(prices.costUsd("my-own:model", 1_000, 1_000)).isZero();
    }

    @Test
    void a_model_without_a_price_costs_as_much_as_the_dearest_of_its_provider() {
        assertThat(prices.costUsd("openai:unheard-of", 1_000, 1_000))
                .isEqualTo(prices.costUsd("openai:gpt-4-turbo", 1_000, 1_000))
                .isPositive();
    }

    @Test
    void whole_dollars_have_no_exponent() {
        assertThat(prices.costUsd("openai:gpt-4-turbo", 1_000_000, 0).toString())
                .isEqualTo("10");
    }
}
