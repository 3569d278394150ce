package dev.parley.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelDirectoryTest {
    private static final Provider OPENAI = new Named("openai:*", Optional.of("openai:gpt-4o-mini"));
    private static final Provider MODAL = new Named("modal:*", Optional.empty());
    private static final Provider OFFLINE = new Named("offline", Optional.of("offline"));

    @Test
    void without_a_key_there_is_only_offline() {
        Models models = directory("", OFFLINE);

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
        assertThatThrownBy(() -> directory("gpt-5", OFFLINE))
                .hasMessageContaining("TEXT_MODEL_NAME")
                .hasMessageContaining("gpt-5")
                .hasMessageContaining("offline");
        assertThatThrownBy(() -> directory("anthropic:claude", OPENAI, OFFLINE))
                .hasMessageContaining("openai:*, offline");
    }

    @Test
    void a_provider_without_a_known_model_gives_no_default_and_takes_bare_names() {
        assertThat(directory("", MODAL, OFFLINE).defaultName()).isEqualTo("offline");
        assertThat(directory("qwen3", MODAL, OFFLINE).defaultName()).isEqualTo("modal:qwen3");
    }

    @Test
    void fallbacks_stand_behind_any_model_in_their_order_and_once() {
        Models models = directory(List.of("openai:gpt-4o-mini", "modal:qwen3", "offline"), OPENAI, MODAL, OFFLINE);

        assertThat(models.lineup("openai:gpt-4o"))
                .extracting(Model::name)
                .containsExactly("openai:gpt-4o", "openai:gpt-4o-mini", "modal:qwen3", "offline");
        assertThat(models.lineup("modal:qwen3"))
                .extracting(Model::name)
                .containsExactly("modal:qwen3", "openai:gpt-4o-mini", "offline");
        assertThat(models.lineup("anthropic:claude")).isEmpty();
    }

    @Test
    void a_fallback_that_nobody_has_stops_the_start() {
        assertThatThrownBy(() -> directory(List.of("groq:llama"), OPENAI, OFFLINE))
                .hasMessageContaining("MODEL_FALLBACKS")
                .hasMessageContaining("groq:llama");
    }

    @Test
    void a_temperature_out_of_range_stops_the_start() {
        assertThatThrownBy(() -> settings("", 2.5)).hasMessageContaining("MODEL_TEMPERATURE");
    }

    private static Models directory(String defaultName, Provider... providers) {
        return new ModelDirectory(
                List.of(providers), settings(defaultName, 0.7), SteadyModels.timer(), SteadyModels.telemetry());
    }

    private static Models directory(List<String> fallbacks, Provider... providers) {
        return new ModelDirectory(
                List.of(providers), settings("", 0.7, fallbacks), SteadyModels.timer(), SteadyModels.telemetry());
    }

    private static ModelSettings settings(String defaultName, double temperature) {
        return settings(defaultName, temperature, List.of());
    }

    private static ModelSettings settings(String defaultName, double temperature, List<String> fallbacks) {
        Duration second = Duration.ofSeconds(1);
        return new ModelSettings(defaultName, temperature, second, second, 3, second, second, fallbacks, second);
    }

    private record Named(String offer, Optional<String> usualModel) implements Provider {
        @Override
        public Streaming open(String name) {
            return new ScriptedProvider();
        }
    }
}
