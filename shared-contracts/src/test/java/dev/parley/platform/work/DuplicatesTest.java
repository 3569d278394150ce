package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_duplicate_of_an_open_item_is_nothing() {
        CountDownLatch go = new CountDownLatch(1);
        FakeHandler handler = FakeHandler.roomy().running(_ -> go.await());
        bench.worker(Tempo.steady(), handler);
        NewWork running = Items.in("a");
        NewWork waiting = Items.in("a");

        bench.inbox.put(List.of(running, waiting, waiting));
        bench.awaitState("running", running.id());
        bench.inbox.put(List.of(waiting, running));
        go.countDown();
        bench.awaitNothingOpen();

        assertThat(handler.runs).extracting(WorkItem::id).containsExactly(running.id(), waiting.id());
        assertThat(handler.resends).isEmpty();
    }

    @Test
    void a_duplicate_of_a_finished_item_sends_its_result_again() {
        FakeHandler handler = FakeHandler.roomy();
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("a");
        bench.inbox.put(List.of(item));
        bench.awaitState("done", item.id());

        bench.inbox.put(List.of(item));
        await().until(() -> handler.resends.size() == 1);
        bench.awaitState("done", item.id());

        assertThat(handler.runs).hasSize(1);
        assertThat(handler.resends.getFirst().attempt()).isEqualTo(2);
    }

    @Test
    void a_dead_item_sends_its_error_again_and_stays_dead() {
        FakeHandler handler = FakeHandler.roomy().running(_ -> {
            throw new PermanentFailure("no_such_model", "gone");
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("a");
        bench.inbox.put(List.of(item));
        bench.awaitState("dead", item.id());

        bench.inbox.put(List.of(item));
        await().until(() -> handler.resends.size() == 1);
        bench.awaitState("dead", item.id());

        assertThat(bench.text("code", item.id())).isEqualTo("no_such_model");
        assertThat(bench.metric("parley.work.dead")).isOne();
    }

    @Test
    void a_resend_that_fails_is_tried_until_it_works() {
        AtomicInteger tries = new AtomicInteger();
        FakeHandler handler = FakeHandler.roomy().resending(_ -> {
            if (tries.incrementAndGet() < 5) {
                throw new IllegalStateException("broker is down");
            }
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("a");
        bench.inbox.put(List.of(item));
        bench.awaitState("done", item.id());

        bench.inbox.put(List.of(item));
        await().until(() -> tries.get() == 5);
        bench.awaitState("done", item.id());

        assertThat(handler.runs).hasSize(1);
    }

    @Test
    void the_same_batch_delivered_many_times_at_once_runs_once() {
        FakeHandler handler = FakeHandler.roomy();
        bench.worker(Tempo.steady(), handler);
        List<NewWork> batch = Items.numbered(100, "a");

        List<CompletableFuture<Void>> deliveries = Stream.generate(() -> batch)
                .limit(4)
                .map(same -> CompletableFuture.runAsync(() -> bench.inbox.put(same)))
                .toList();
        deliveries.forEach(CompletableFuture::join);
        bench.awaitNothingOpen();

        assertThat(handler.runs)
                .extracting(WorkItem::id)
                .containsExactlyElementsOf(batch.stream().map(NewWork::id).toList());
    }
}
