package dev.parley.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.local.process.Ports;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CrowdTest {

    @Test
    void visitors_ask_and_read_and_come_back_until_the_time_is_over() throws Exception {
        try (FakeGateway gateway = new FakeGateway()) {
            long answers = new Crowd(gateway.url()).rush(Duration.ofMillis(1));

            assertThat(answers).isPositive();
            assertThat(gateway.conversations).isNotEmpty();
            assertThat(gateway.resumed).contains("turn-0", "turn-0?after=2");
        }
    }

    @Test
    void a_crowd_that_gets_no_answer_has_taught_nothing() throws IOException {
        Crowd crowd = new Crowd("http://127.0.0.1:" + Ports.free());

        assertThatThrownBy(() -> crowd.rush(Duration.ofMillis(1))).hasMessageContaining("No question was answered");
    }
}
