package dev.parley.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {
    @Test
    void what_is_written_is_read_again() {
        EventId id = new EventId(3, 1_234_567_890_123L, 2);

        assertThat(EventId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3", "3-4", "3-4-5-6", "-1-2-3", "a-b-c", "3-99999999999999999999-1", "3 -4-5", "３-4-5"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> EventId.parse(text)).isInstanceOf(ProblemException.class);
    }
}
