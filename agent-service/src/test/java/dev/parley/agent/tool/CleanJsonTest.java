package dev.parley.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CleanJsonTest {

    @Test
    void nul_is_taken_out_of_names_and_texts_at_any_depth() {
        Map<String, @Nullable Object> clean = CleanJson.of(Map.of("a\0", List.of("b\0c", Map.of("d", "\0e", "n", 1))));

        assertThat(clean).isEqualTo(Map.of("a", List.of("bc", Map.of("d", "e", "n", 1))));
    }
}
