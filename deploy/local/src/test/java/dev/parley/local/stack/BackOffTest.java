package dev.parley.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofSeconds(1));

    @Test
    void waits_twice_as_long_each_time_up_to_a_bound() {
        assertThat(Stream.generate(() -> backOff.after(Duration.ZERO).toSeconds())
                        .limit(7))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void begins_anew_after_a_long_life() {
        backOff.after(Duration.ZERO);
        backOff.after(Duration.ZERO);

        assertThat(backOff.after(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(1));
        assertThat(backOff.after(Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
    }
}
