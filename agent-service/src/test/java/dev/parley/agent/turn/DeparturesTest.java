package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeparturesTest {
    private final Departures departures = new Departures();
    private final List<Integer> left = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = new CopyOnWriteArraySet<>();

    @BeforeEach
    void start() {
        departures.start();
    }

    @AfterEach
    void stop() {
        departures.stop();
    }

    @Test
    void the_first_text_may_leave_at_once() {
        assertThat(departures.mayLeave()).isTrue();
    }

    @Test
    void all_that_wait_leave_in_their_order_and_on_one_thread() {
        IntStream.range(0, 1_000).forEach(this::give);

        await().until(() -> left.size() == 1_000);
        assertThat(left).isSorted();
        assertThat(threads).hasSize(1);
    }

    @Test
    void nobody_overtakes_those_that_wait() {
        var gate = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        departures.add(() -> {
            stopped.countDown();
            awaitQuietly(gate);
        });
        awaitQuietly(stopped);
        give(1);

        await().during(Duration.ofMillis(100)).until(() -> !departures.mayLeave());

        gate.countDown();
        await().until(() -> left.equals(List.of(1)));
    }

    private void give(int number) {
        departures.add(() -> {
            left.add(number);
            threads.add(Thread.currentThread());
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
