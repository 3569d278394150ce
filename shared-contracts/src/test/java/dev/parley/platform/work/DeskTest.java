package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void what_arrives_is_claimed_in_the_transaction_that_stores_it() {
        ready(FakeHandler.withRoom(10));

        Awaitility.await().until(() -> {
            NewWork work = Items.in("lane");
            bench.inbox.put(List.of(work));
            bench.awaitState("done", work.id());
            return bench.text("deadline - received_at", work.id()).equals("00:05:00");
        });
    }

    @Test
    void of_a_lane_only_the_head_runs_and_the_rest_follows() {
        FakeHandler handler = FakeHandler.withRoom(10);
        ready(handler);
        List<NewWork> batch =
                IntStream.range(0, 4).mapToObj(_ -> Items.of("tenant", "lane")).toList();

        bench.inbox.put(batch);

        bench.awaitNothingOpen();
        assertThat(handler.runs)
                .extracting(WorkItem::id)
                .containsExactlyElementsOf(batch.stream().map(NewWork::id).toList());
    }

    @Test
    void what_arrives_again_runs_once_and_its_result_is_sent_again() {
        FakeHandler handler = FakeHandler.withRoom(10);
        ready(handler);
        NewWork old = Items.of("tenant", "old");
        bench.inbox.put(List.of(old));
        bench.awaitNothingOpen();
        NewWork fresh = Items.of("tenant", "fresh");

        bench.inbox.put(List.of(old, fresh));

        bench.awaitNothingOpen();
        assertThat(handler.runs).extracting(WorkItem::id).containsExactly(old.id(), fresh.id());
        Awaitility.await().until(() -> handler.resends.size() == 1);
    }

    @Test
    void a_worker_with_little_room_leaves_it_to_those_who_wait_in_turn() {
        CountDownLatch go = new CountDownLatch(1);
        ready(FakeHandler.withRoom(2).running(_ -> go.await()));
        List<NewWork> batch = IntStream.range(0, 5)
                .mapToObj(n -> Items.of("tenant", "lane " + n))
                .toList();

        bench.inbox.put(batch);

        Awaitility.await()
                .until(() -> bench.count("from platform.work where state = 'running'"), running -> running == 2);
        go.countDown();
        bench.awaitNothingOpen();
    }

    @Test
    void a_worker_that_has_stopped_takes_nothing() {
        WorkRuntime worker = ready(FakeHandler.withRoom(10));
        worker.stop();
        NewWork work = Items.of("tenant", "lane");

        bench.inbox.put(List.of(work));

        assertThat(bench.state(work.id())).isEqualTo("waiting");
    }

    @Test
    void a_transaction_around_it_decides_whether_it_has_arrived() {
        FakeHandler handler = FakeHandler.withRoom(10);
        ready(handler);
        NewWork dropped = Items.of("tenant", "dropped");
        NewWork kept = Items.of("tenant", "kept");

        bench.transactions.executeWithoutResult(status -> {
            bench.inbox.put(List.of(dropped));
            status.setRollbackOnly();
        });
        bench.inbox.put(List.of(kept));

        bench.awaitState("done", kept.id());
        assertThat(handler.runs).extracting(WorkItem::id).containsExactly(kept.id());
    }

    /** A worker that holds its lease. */
    private WorkRuntime ready(FakeHandler handler) {
        WorkRuntime worker = bench.worker(Tempo.steady(), handler);
        Awaitility.await().until(() -> bench.count("from platform.worker"), known -> known == 1);
        return worker;
    }
}
