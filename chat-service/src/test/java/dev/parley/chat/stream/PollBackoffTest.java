package dev.parley.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollBackoffTest {
    private final PollBackoff backoff = new PollBackoff();

    @Test
    void a_pause_doubles_up_to_two_seconds_and_begins_anew_after_a_success() {
        assertThat(IntStream.range(0, 7).mapToObj(_ -> backoff.failed()).map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 800L, 1_600L, 2_000L, 2_000L);

        backoff.succeeded();

        assertThat(backoff.failed()).isEqualTo(Duration.ofMillis(100));
    }
}
