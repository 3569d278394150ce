package dev.parley.agent.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.BadSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class OpenAiConcurrencyTest {
    @Test
    void it_is_the_limit_of_all_models_of_openai() {
        assertThat(limits("20")).containsExactly(Map.entry("model:openai", 20));
    }

    @Test
    void without_it_there_is_no_limit() {
        assertThat(limits("")).isEmpty();
    }

    @Test
    void a_wrong_value_names_its_variable() {
        for (String wrong : new String[] {"0", "-1", "many", "10000"}) {
            assertThatThrownBy(() -> limits(wrong))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageStartingWith("OPENAI_CONCURRENCY=" + wrong);
        }
    }

    private static Map<String, Integer> limits(String value) {
        var environment = new MockEnvironment().withProperty("OPENAI_CONCURRENCY", value);
        new OpenAiConcurrency().postProcessEnvironment(environment, new SpringApplication());
        return Binder.get(environment)
                .bind("parley.work.limits", Bindable.mapOf(String.class, Integer.class))
                .orElse(Map.of());
    }
}
