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
        EventId id = new LogId(3, 1_234_567_890_123L, 2);

        assertThat(EventId.parse(id.toString())).isEqualTo(id);
    }

    @Test
    void so_is_that_of_a_rendered_event() {
        EventId id = new RenderedId(2, 7);

        assertThat(id).hasToString("replay-2-7");
        assertThat(EventId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "3-4",
                "3-4-5-6",
                "-1-2-3",
                "a-b-c",
                "3-99999999999999999999-1",
                "3 -4-5",
                "３-4-5",
                "replay-1",
                "replay-1-2-3",
                "replay--1-2",
                "Replay-1-2"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> EventId.parse(text)).isInstanceOf(ProblemException.class);
    }
}
