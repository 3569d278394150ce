package dev.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenPerCallerTest {

    private final OpenPerCaller streams = new OpenPerCaller(2);

    @Test
    void a_caller_has_no_more_than_may_be() {
        OpenPerCaller.Slot first = streams.open("user:anna").orElseThrow();
        assertThat(streams.open("user:anna")).isPresent();

        assertThat(streams.open("user:anna")).isEmpty();
        assertThat(streams.open("user:berta")).isPresent();
        first.close();
        assertThat(streams.open("user:anna")).isPresent();
    }

    @Test
    void a_slot_is_given_back_once() {
        OpenPerCaller.Slot first = streams.open("user:anna").orElseThrow();
        assertThat(streams.open("user:anna")).isPresent();

        first.close();
        first.close();

        assertThat(streams.openOf("user:anna")).isEqualTo(1);
    }

    @Test
    void nobody_is_remembered_who_has_nothing_open() {
        streams.open("user:anna").orElseThrow().close();

        assertThat(streams.callers()).isZero();
    }
}
