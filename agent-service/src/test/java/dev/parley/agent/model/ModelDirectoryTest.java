package dev.parley.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelDirectoryTest {
    private static final Provider OPENAI = new Named("openai:*", true, "openai:gpt-4o-mini");
    private static final Provider KEYLESS = new Named("openai:*", false, "openai:gpt-4o-mini");
    private static final Provider OFFLINE = new Named("offline", true, "offline");

    @Test
    void without_a_key_there_is_only_offline() {
        Models models = directory("", KEYLESS, OFFLINE);

        assertThat(models.offers()).containsExactly("offline");
        assertThat(models.defaultName()).isEqualTo("offline");
        assertThat(models.find("openai:gpt-4o")).isEmpty();
    }

    @Test
    void the_first_provider_with_a_key_gives_the_default() {
        Models models = directory("", OPENAI, OFFLINE);

        assertThat(models.offers()).containsExactly("openai:*", "offline");
        assertThat(models.defaultName()).isEqualTo("openai:gpt-4o-mini");
    }

    @Test
    void a_model_is_found_by_its_whole_name() {
        Models models = directory("", OPENAI, OFFLINE);

        assertThat(models.find("openai:gpt-4o").orElseThrow().name()).isEqualTo("openai:gpt-4o");
        assertThat(models.find("offline").orElseThrow().name()).isEqualTo("offline");
        assertThat(models.find("openai:")).isEmpty();
        assertThat(models.find("gpt-4o")).isEmpty();
        assertThat(models.find("offline:x")).isEmpty();
        assertThat(models.find("")).isEmpty();
    }

    @Test
    void the_configured_default_is_taken() {
        assertThat(directory("offline", OPENAI, OFFLINE).defaultName()).isEqualTo("offline");
        assertThat(directory("openai:gpt-5", OPENAI, OFFLINE).defaultName()).isEqualTo("openai:gpt-5");
    }

    @Test
    void a_bare_name_means_the_provider_that_has_a_key() {
        assertThat(directory(" gpt-5 ", OPENAI, OFFLINE).defaultName()).isEqualTo("openai:gpt-5");
    }

    @Test
    void a_default_that_nobody_has_stops_the_start() {
        assertThatThrownBy(() -> directory("gpt-5", KEYLESS, OFFLINE))
                .hasMessageContaining("TEXT_MODEL_NAME")
                .hasMessageContaining("gpt-5")
                .hasMessageContaining("offline");
        assertThatThrownBy(() -> directory("anthropic:claude", OPENAI, OFFLINE))
                .hasMessageContaining("openai:*, offline");
    }

    @Test
    void a_temperature_out_of_range_stops_the_start() {
        assertThatThrownBy(() -> settings("", 2.5)).hasMessageContaining("MODEL_TEMPERATURE");
    }

    private static Models directory(String defaultName, Provider... providers) {
        return new ModelDirectory(List.of(providers), settings(defaultName, 0.7), SteadyModels.timer());
    }

    private static ModelSettings settings(String defaultName, double temperature) {
        Duration second = Duration.ofSeconds(1);
        return new ModelSettings(defaultName, temperature, second, second, 3, second, second);
    }

    private record Named(String offer, boolean isReady, String usualModel) implements Provider {
        @Override
        public Streaming open(String name) {
            return new ScriptedProvider();
        }
    }
}
