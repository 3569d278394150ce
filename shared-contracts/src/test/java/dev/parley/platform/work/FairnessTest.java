package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairnessTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_tenant_with_much_work_does_not_keep_the_others_waiting() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        FakeHandler handler = FakeHandler.withRoom(2).running(item -> order.add(item.lane()));
        bench.inbox.put(IntStream.range(0, 100)
                .mapToObj(n -> Items.of("big", "big " + n))
                .toList());
        bench.inbox.put(IntStream.range(0, 5)
                .mapToObj(n -> Items.of("small", "small " + n))
                .toList());
        bench.inbox.put(IntStream.range(0, 5)
                .mapToObj(n -> Items.of("another", "another " + n))
                .toList());

        bench.worker(Tempo.steady(), handler);
        bench.awaitNothingOpen();

        assertThat(order).hasSize(110);
        assertThat(order.subList(0, 24).stream().filter(lane -> !lane.startsWith("big")))
                .hasSize(10);
    }

    @Test
    void room_for_many_is_shared_equally_and_filled() {
        bench.inbox.put(IntStream.range(0, 100)
                .mapToObj(n -> Items.of("big", "big " + n))
                .toList());
        bench.inbox.put(IntStream.range(0, 3)
                .mapToObj(n -> Items.of("small", "small " + n))
                .toList());
        CountDownLatch go = new CountDownLatch(1);
        FakeHandler handler = FakeHandler.withRoom(20).running(_ -> go.await());

        bench.worker(Tempo.steady(), handler);
        Awaitility.await().until(() -> handler.runs.size() == 20);
        go.countDown();
        bench.awaitNothingOpen();

        assertThat(handler.runs.subList(0, 20).stream()
                        .filter(item -> item.lane().startsWith("small")))
                .hasSize(3);
    }
}
