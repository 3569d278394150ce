package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new Random(7));

    @Test
    void pauses_double_up_to_the_longest() {
        for (int failures = 1; failures <= 100; failures++) {
            Duration whole = Duration.ofMillis(Math.min(30_000, 500L << Math.min(failures - 1, 10)));

            assertThat(backoff.after(failures)).isBetween(whole.dividedBy(2), whole);
        }
    }

    @Test
    void pauses_differ() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(_ -> backoff.after(5))
                        .distinct()
                        .count())
                .isGreaterThan(50);
    }

    @Test
    void a_pause_of_nothing_is_still_one() {
        assertThat(new Backoff(Duration.ZERO, Duration.ZERO, new Random(7)).after(1))
                .isEqualTo(Duration.ofMillis(1));
    }
}
