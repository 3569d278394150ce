package dev.parley.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.messaging.TailConsumers;
import dev.parley.platform.problem.ProblemException;
import dev.parley.testing.backing.BackingServices;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.util.unit.DataSize;

@BackingServices
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class CatchUpLanesTest {
    private final CatchUpLanes lanes;

    CatchUpLanesTest(@Autowired TailConsumers consumers) {
        var settings =
                new StreamSettings(Duration.ofSeconds(10), 10, DataSize.ofMegabytes(1), 1, Duration.ofMillis(100));
        this.lanes = new CatchUpLanes(consumers, settings);
    }

    @AfterEach
    void the_lanes_close() {
        lanes.release(Duration.ZERO);
    }

    @Test
    void who_waits_too_long_for_a_lane_is_told_to_come_again() {
        var held = new CountDownLatch(1);
        var holding = new CountDownLatch(1);
        var holder = CompletableFuture.runAsync(() -> lanes.lend(_ -> hold(holding, held)));
        await(holding);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> lanes.lend(_ -> ""))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.DEPENDENCY_UNAVAILABLE);
                    assertThat(problem.retryAfter()).isPositive();
                });

        held.countDown();
        holder.join();
        assertThat(lanes.<String>lend(_ -> "free again")).isEqualTo("free again");
    }

    @Test
    void a_consumer_is_lent_again_until_nobody_needs_it() {
        KafkaConsumer<String, byte[]> first = lanes.lend(consumer -> consumer);

        assertThat(lanes.<KafkaConsumer<String, byte[]>>lend(consumer -> consumer))
                .isSameAs(first);
        lanes.release(Duration.ofMinutes(1));
        assertThat(lanes.idle()).isEqualTo(1);

        lanes.release(Duration.ZERO);
        assertThat(lanes.idle()).isZero();
        assertThat(lanes.<KafkaConsumer<String, byte[]>>lend(consumer -> consumer))
                .isNotSameAs(first);
    }

    @Test
    void one_that_has_failed_is_not_lent_again() {
        assertThatThrownBy(() -> lanes.lend(_ -> {
                    throw new KafkaException("broken");
                }))
                .isInstanceOf(KafkaException.class);

        assertThat(lanes.idle()).isZero();
        assertThat(lanes.<String>lend(_ -> "another")).isEqualTo("another");
    }

    private static String hold(CountDownLatch holding, CountDownLatch held) {
        holding.countDown();
        await(held);
        return "";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
