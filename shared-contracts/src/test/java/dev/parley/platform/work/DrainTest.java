package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainTest {

    private final Bench bench = new Bench();
    private final CountDownLatch go = new CountDownLatch(1);
    private final FakeHandler slow = FakeHandler.roomy().running(_ -> go.await());

    @AfterEach
    void close() {
        go.countDown();
        bench.close();
    }

    @Test
    void a_worker_that_is_told_to_stop_finishes_what_it_has_and_claims_nothing_more() {
        WorkRuntime worker = bench.worker(Tempo.steady(), slow);
        NewWork running = Items.in("a");
        NewWork waiting = Items.in("b");
        bench.inbox.put(List.of(running));
        await().until(() -> slow.runs.size() == 1);

        CompletableFuture<Boolean> stopped = new CompletableFuture<>();
        worker.stop(() -> stopped.complete(true));
        bench.inbox.put(List.of(waiting));
        go.countDown();
        assertThat(stopped.join()).isTrue();

        assertThat(bench.state(running.id())).isEqualTo("done");
        assertThat(bench.state(waiting.id())).isEqualTo("waiting");
        assertThat(bench.count("from platform.worker")).isZero();
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void what_it_cannot_finish_is_handed_back_uncounted_and_done_by_another() {
        WorkRuntime worker = bench.worker(Tempo.shortDrain(), slow);
        NewWork item = Items.in("a");
        bench.inbox.put(List.of(item));
        await().until(() -> slow.runs.size() == 1);

        worker.stop();
        assertThat(bench.state(item.id())).isEqualTo("waiting");
        assertThat(slow.runs.getFirst().fence().holds()).isFalse();
        FakeHandler other = FakeHandler.roomy();
        bench.otherWorker(Tempo.steady(), other);
        bench.awaitState("done", item.id());

        assertThat(other.runs).extracting(WorkItem::attempt).containsExactly(2);
        assertThat(bench.text("failures", item.id())).isEqualTo("0");
        assertThat(bench.text("crashes", item.id())).isEqualTo("0");
    }

    @Test
    void a_worker_without_work_stops_at_once() {
        WorkRuntime worker = bench.worker(Tempo.steady(), slow);
        await().until(() -> bench.count("from platform.worker") == 1);

        worker.stop();

        assertThat(bench.count("from platform.worker")).isZero();
    }

    @Test
    void a_worker_that_was_stopped_can_be_started_again() {
        go.countDown();
        WorkRuntime worker = bench.worker(Tempo.steady(), slow);
        worker.stop();
        NewWork item = Items.in("a");
        bench.inbox.put(List.of(item));

        worker.start();
        bench.awaitState("done", item.id());

        assertThat(worker.isRunning()).isTrue();
    }
}
