package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventLoopsTest {

    @Test
    void there_are_as_many_as_are_wanted_and_else_one_for_two_cores() {
        assertThat(EventLoops.count(3)).isEqualTo(3);
        assertThat(EventLoops.count(0))
                .isPositive()
                .isEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }
}
