package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.BadSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class ModelLimitsTest {
    private static final String ANSWERS = "parley.work.limits";
    private static final String TOKENS = "parley.agent.model.tokens-per-minute";

    @Test
    void each_provider_has_limits_of_its_own() {
        var environment = environment("OPENAI_CONCURRENCY", "20")
                .withProperty("ANTHROPIC_CONCURRENCY", "3")
                .withProperty("GROQ_TOKENS_PER_MINUTE", "6000");

        assertThat(limits(environment, ANSWERS))
                .containsOnly(Map.entry("model:openai", 20), Map.entry("model:anthropic", 3));
        assertThat(limits(environment, TOKENS)).containsExactly(Map.entry("groq", 6000));
    }

    @Test
    void an_endpoint_of_the_operators_own_brings_its_limits_along() {
        var environment = environment("MODEL_ENDPOINTS", """
                [{"name": "vllm", "base_url": "http://127.0.0.1:8000/v1", "concurrency": 8, "tokens_per_minute": 90000},
                 {"name": "other", "base_url": "http://127.0.0.1:8001/v1"}]""");

        assertThat(limits(environment, ANSWERS)).containsExactly(Map.entry("model:vllm", 8));
        assertThat(limits(environment, TOKENS)).containsExactly(Map.entry("vllm", 90_000));
    }

    @Test
    void without_a_setting_there_is_no_limit() {
        assertThat(limits(environment("OPENAI_CONCURRENCY", ""), ANSWERS)).isEmpty();
    }

    @Test
    void a_wrong_value_names_its_variable() {
        for (String wrong : new String[] {"0", "-1", "many", "10000"}) {
            assertThatThrownBy(() -> limits(environment("OPENAI_CONCURRENCY", wrong), ANSWERS))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageStartingWith("OPENAI_CONCURRENCY=" + wrong);
        }
        assertThatThrownBy(() -> limits(environment("ANTHROPIC_TOKENS_PER_MINUTE", "1k"), TOKENS))
                .hasMessageStartingWith("ANTHROPIC_TOKENS_PER_MINUTE=1k");
    }

    private static MockEnvironment environment(String variable, String value) {
        return new MockEnvironment().withProperty(variable, value);
    }

    private static Map<String, Integer> limits(MockEnvironment environment, String property) {
        new ModelLimits().postProcessEnvironment(environment, new SpringApplication());
        return Binder.get(environment)
                .bind(property, Bindable.mapOf(String.class, Integer.class))
                .orElse(Map.of());
    }
}
