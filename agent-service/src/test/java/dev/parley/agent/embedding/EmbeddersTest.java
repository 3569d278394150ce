package dev.parley.agent.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.BadSetting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddersTest {
    private final Embedder builtIn = new Named("built-in");
    private final EmbedderSource openai =
            model -> model.startsWith("openai:") ? Optional.of(new Named(model)) : Optional.empty();

    private record Named(String model) implements Embedder {
        @Override
        public float[] embed(String text) {
            return new float[] {1};
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "offline"})
    void the_built_in_one_is_preferred_where_none_is_named(String setting) {
        assertThat(embedders(setting).preferred()).isEqualTo(builtIn);
    }

    @Test
    void one_that_is_named_is_preferred_and_others_are_still_there() {
        Embedders embedders = embedders("openai:text-embedding-3-small");

        assertThat(embedders.preferred().model()).isEqualTo("openai:text-embedding-3-small");
        assertThat(embedders.find("built-in")).contains(builtIn);
        assertThat(embedders.find("openai:another")).isPresent();
        assertThat(embedders.find("groq:another")).isEmpty();
    }

    @Test
    void one_that_nobody_has_stops_the_start() {
        assertThatThrownBy(() -> embedders("nobody:x"))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("EMBEDDING_MODEL=nobody:x is not accepted: give ");
    }

    @Test
    void what_computes_here_charges_nothing() {
        Embedded embedded = builtIn.embedAll(List.of("a", "b"));

        assertThat(embedded.vectors()).hasSize(2);
        assertThat(embedded.tokens()).isZero();
    }

    private Embedders embedders(String setting) {
        return new Embedders(
                List.of(builtIn),
                List.of(openai),
                new EmbeddingSettings(setting, Duration.ofDays(1)),
                UnaryOperator.identity());
    }
}
