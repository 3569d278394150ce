package dev.parley.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @Test
    void one_that_can_stand_in_a_log_line_is_kept() {
        assertThat(RequestId.of("a-1_.~!{}")).isEqualTo("a-1_.~!{}");
        assertThat(RequestId.of("x".repeat(128))).hasSize(128);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a\nb", "é", "\u007f"})
    void another_is_made_anew(String header) {
        assertThat(RequestId.of(header)).matches("[0-9a-f-]{36}").isNotEqualTo(RequestId.of(header));
    }
}
