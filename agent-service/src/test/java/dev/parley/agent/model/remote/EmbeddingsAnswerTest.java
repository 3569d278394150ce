package dev.parley.agent.model.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.embedding.Embedded;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingsAnswerTest {
    @Test
    void vectors_are_put_in_order_and_made_as_long_as_one() {
        Embedded embedded = read("""
                {"data": [{"index": 1, "embedding": [0, 2]}, {"index": 0, "embedding": [3, 4]}],
                 "usage": {"prompt_tokens": 7, "total_tokens": 7}}""").orElseThrow();

        assertThat(embedded.vectors()).containsExactly(new float[] {0.6f, 0.8f}, new float[] {0, 1});
        assertThat(embedded.tokens()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": 1}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": 1, \"embedding\": [1, 0]}]}",
                "{\"data\": [{\"index\": 0, \"embedding\": [0]}, {\"index\": 1, \"embedding\": [0]}]}"
            })
    void what_has_not_a_vector_for_each_text_is_none(String json) {
        assertThat(read(json)).isEmpty();
    }

    private static Optional<Embedded> read(String json) {
        return EmbeddingsAnswer.read(json.getBytes(UTF_8), 2);
    }
}
