package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Bench bench = new Bench();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        bench.close();
    }

    @Test
    void what_waits_for_somebody_frees_its_worker_and_goes_on_when_it_is_resumed() {
        FakeHandler handler = pausing(LONG, FakeHandler.withRoom(1));
        bench.worker(Tempo.steady(), handler);
        NewWork item = put("lane");
        awaitPaused();

        NewWork elsewhere = Items.in("another lane", "elsewhere");
        bench.inbox.put(List.of(elsewhere));
        bench.awaitState("done", elsewhere.id());
        assertThat(bench.state(item.id())).isEqualTo("waiting");
        resume(item);

        bench.awaitState("done", item.id());
        assertThat(bench.text("attempt", item.id())).isEqualTo("2");
        assertThat(bench.text("failures", item.id())).isEqualTo("0");
        assertThat(bench.metric("parley.work.retries")).isZero();
    }

    @Test
    void what_came_before_the_pause_was_written_ends_it_as_it_begins() {
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            if (item.attempt() == 1) {
                release.await();
                throw new Paused("for an answer", LONG);
            }
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = put("lane");
        bench.awaitState("running", item.id());

        resume(item);
        release.countDown();

        bench.awaitState("done", item.id());
    }

    @Test
    void what_nobody_resumes_goes_on_when_its_time_is_out() {
        bench.worker(Tempo.steady(), pausing(Duration.ofMillis(300), FakeHandler.roomy()));

        bench.awaitState("done", put("lane").id());
    }

    @Test
    void a_pause_counts_neither_for_the_deadline_nor_for_the_expiry() {
        FakeHandler handler = pausing(Duration.ofMillis(1500), FakeHandler.withDeadline(Duration.ofSeconds(1)));
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.expiring(Instant.now().plusSeconds(1), "lane");
        bench.inbox.put(List.of(item));

        bench.awaitState("done", item.id());
        assertThat(handler.given).isEmpty();
    }

    @Test
    void what_comes_behind_it_supersedes_it() {
        FakeHandler handler = pausing(LONG, FakeHandler.roomy());
        bench.otherWorker(Tempo.steady(), handler);
        NewWork item = put("lane");
        awaitPaused();

        NewWork next = Items.in("lane", "elsewhere");
        bench.inbox.put(List.of(next));

        bench.awaitState("cancelled", item.id());
        bench.awaitState("done", next.id());
        assertThat(handler.ended.getFirst().cancellation().reason()).isEqualTo("superseded");
    }

    @Test
    void what_came_behind_it_before_it_paused_supersedes_it_as_well() {
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            if (Items.text(item).isEmpty()) {
                release.await();
                throw new Paused("for an answer", LONG);
            }
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = put("lane");
        bench.awaitState("running", item.id());
        NewWork next = Items.in("lane", "elsewhere");
        bench.inbox.put(List.of(next));

        release.countDown();

        bench.awaitState("cancelled", item.id());
        bench.awaitState("done", next.id());
    }

    @Test
    void what_waits_for_somebody_is_cancelled_at_once() {
        bench.worker(Tempo.steady(), pausing(LONG, FakeHandler.roomy()));
        NewWork item = put("lane");
        awaitPaused();

        bench.inbox.apply(List.of(new WorkCommand.Cancel(item.id(), "lane", "not wanted")));

        bench.awaitState("cancelled", item.id());
        resume(item);
        assertThat(bench.count("from platform.work_lane")).isZero();
    }

    @Test
    void it_goes_on_at_another_worker_when_its_own_has_gone() {
        WorkRuntime first = bench.worker(Tempo.steady(), pausing(LONG, FakeHandler.roomy()));
        NewWork item = put("lane");
        awaitPaused();
        first.stop();
        bench.otherWorker(Tempo.steady(), pausing(LONG, FakeHandler.roomy()));

        resume(item);

        bench.awaitState("done", item.id());
    }

    /** Waits in its first attempt, unless its payload says that it is elsewhere. */
    private static FakeHandler pausing(Duration atMost, FakeHandler handler) {
        return handler.running(item -> {
            if (item.attempt() == 1 && Items.text(item).isEmpty()) {
                throw new Paused("for an answer", atMost);
            }
        });
    }

    private void awaitPaused() {
        await().until(() -> bench.count("from platform.work_lane where paused") == 1);
    }

    private void resume(NewWork item) {
        bench.inbox.apply(List.of(new WorkCommand.Resume(item.id(), item.lane())));
    }

    private NewWork put(String lane) {
        NewWork item = Items.in(lane);
        bench.inbox.put(List.of(item));
        return item;
    }
}
