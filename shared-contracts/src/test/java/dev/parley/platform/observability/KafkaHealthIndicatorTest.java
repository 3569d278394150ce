package dev.parley.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.backing.Kafka;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class KafkaHealthIndicatorTest {
    private final AtomicLong nanos = new AtomicLong();

    private KafkaHealthIndicator indicator(String servers) {
        return new KafkaHealthIndicator(Map.of("bootstrap.servers", servers), nanos::get);
    }

    @Test
    void a_broker_that_answers_is_up() {
        try (var indicator = indicator(Kafka.bootstrapServers())) {
            Health health = indicator.health();

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).containsEntry("nodes", 1);
        }
    }

    @Test
    void a_broker_that_does_not_answer_is_down_within_a_second() {
        try (var indicator = indicator("127.0.0.1:1")) {
            long begin = System.nanoTime();

            Health health = indicator.health();

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void it_asks_again_only_after_a_second() {
        try (var indicator = indicator("127.0.0.1:1")) {
            indicator.health();
            long begin = System.nanoTime();

            for (int i = 0; i < 100; i++) {
                nanos.addAndGet(Duration.ofMillis(10).toNanos());
                indicator.health();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(400));
        }
    }
}
