package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventLoopsTest {

    @Test
    void there_are_as_many_as_are_wanted_and_else_one_for_two_cores() {
        assertThat(EventLoops.count(3, 8)).isEqualTo(3);
        assertThat(EventLoops.count(0, 8)).isEqualTo(4);
        assertThat(EventLoops.count(0, 1)).isEqualTo(1);
    }
}
