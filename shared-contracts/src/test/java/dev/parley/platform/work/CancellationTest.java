package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancellationTest {

    private final Bench bench = new Bench();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        bench.close();
    }

    @Test
    void what_waits_in_a_lane_ends_at_once_though_the_head_still_runs() {
        FakeHandler handler = FakeHandler.roomy().running(_ -> release.await());
        bench.worker(Tempo.steady(), handler);
        List<NewWork> items = Items.numbered(3, "lane");
        bench.inbox.put(items);
        bench.awaitState("running", items.getFirst().id());

        cancel(items.get(1));

        bench.awaitState("cancelled", items.get(1).id());
        assertThat(handler.ended).extracting(Items::text).containsExactly("1");
        assertThat(handler.ended.getFirst().cancellation().reason()).isEqualTo("not wanted");
        release.countDown();
        bench.awaitState("done", items.get(2).id());
        assertThat(handler.runs).extracting(Items::text).containsExactly("0", "2");
        assertThat(bench.count("from platform.work_lane")).isZero();
    }

    @Test
    void a_run_hears_of_it_within_a_moment_and_may_end_with_what_it_has() {
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            item.cancellation().onRequest(release::countDown);
            release.await();
        });
        bench.otherWorker(Tempo.steady(), handler);
        NewWork item = put("lane");
        bench.awaitState("running", item.id());

        cancel(item);

        bench.awaitState("done", item.id());
        assertThat(handler.ended).isEmpty();
        assertThat(bench.metric("parley.work.dead")).isZero();
    }

    @Test
    void a_run_that_throws_when_it_hears_of_it_is_ended_as_cancelled() {
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            Thread me = Thread.currentThread();
            item.cancellation().onRequest(me::interrupt);
            release.await();
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = put("lane");
        bench.awaitState("running", item.id());

        cancel(item);

        bench.awaitState("cancelled", item.id());
        assertThat(handler.ended).hasSize(1);
        assertThat(handler.given).isEmpty();
    }

    @Test
    void a_run_that_does_not_hear_is_interrupted() {
        FakeHandler handler = FakeHandler.roomy().running(_ -> release.await());
        bench.worker(Tempo.steady(), handler);
        NewWork item = put("lane");
        bench.awaitState("running", item.id());

        cancel(item);

        bench.awaitState("cancelled", item.id());
        assertThat(handler.given).isEmpty();
    }

    @Test
    void a_cancellation_that_comes_first_ends_the_item_when_it_comes() {
        FakeHandler handler = FakeHandler.roomy().running(_ -> release.await());
        bench.worker(Tempo.steady(), handler);
        NewWork before = put("lane");
        NewWork unseen = Items.in("lane");

        cancel(unseen);
        bench.inbox.put(List.of(unseen));

        bench.awaitState("cancelled", unseen.id());
        assertThat(bench.state(before.id())).isEqualTo("running");
        assertThat(handler.runs).hasSize(1);
    }

    @Test
    void an_item_that_interrupts_cancels_all_that_is_before_it_in_its_lane() {
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            if (Items.text(item).equals("0")) {
                item.cancellation().onRequest(release::countDown);
                release.await();
            }
        });
        bench.worker(Tempo.steady(), handler);
        List<NewWork> earlier = Items.numbered(3, "lane");
        bench.inbox.put(earlier);
        bench.awaitState("running", earlier.getFirst().id());

        NewWork last = Items.in("lane", "last");
        bench.inbox.apply(List.of(new WorkCommand.Put(last, true)));

        bench.awaitState("done", last.id());
        bench.awaitNothingOpen();
        assertThat(handler.runs).extracting(Items::text).containsExactly("0", "last");
        assertThat(handler.ended).extracting(Items::text).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void a_second_delivery_of_what_interrupts_cancels_nothing() {
        FakeHandler handler = FakeHandler.roomy().running(_ -> release.await());
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("lane");
        WorkCommand command = new WorkCommand.Put(item, true);
        bench.inbox.apply(List.of(command));
        NewWork later = put("lane");

        bench.inbox.apply(List.of(command));

        release.countDown();
        bench.awaitState("done", later.id());
        bench.awaitState("done", item.id());
        assertThat(handler.ended).isEmpty();
    }

    @Test
    void a_lane_goes_on_behind_a_head_that_was_cancelled_while_it_rested() {
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            if (Items.text(item).equals("0")) {
                throw new RetryLater("for long", Duration.ofHours(1));
            }
        });
        bench.worker(Tempo.steady(), handler);
        List<NewWork> items = Items.numbered(2, "lane");
        bench.inbox.put(items);
        await().until(() -> bench.count("from platform.work_lane where state = 'resting'") == 1);

        cancel(items.getFirst());

        bench.awaitState("cancelled", items.getFirst().id());
        bench.awaitState("done", items.getLast().id());
    }

    @Test
    void what_was_put_for_later_is_cancelled_now() {
        FakeHandler handler = FakeHandler.roomy();
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.due(Instant.now().plusSeconds(3600), "lane");
        bench.inbox.put(List.of(item));

        cancel(item);

        bench.awaitState("cancelled", item.id());
        assertThat(handler.runs).isEmpty();
        assertThat(bench.count("from platform.work_lane")).isZero();
    }

    @Test
    void another_worker_ends_what_was_cancelled_when_its_own_is_lost() throws Exception {
        CuttableHeartbeats cuttable = new CuttableHeartbeats(bench.pool);
        FakeHandler lost = FakeHandler.roomy().running(_ -> release.await());
        bench.worker(Tempo.shortLease(), bench.signal, cuttable, lost);
        NewWork item = put("lane");
        bench.awaitState("running", item.id());
        cuttable.cut();
        cancel(item);

        FakeHandler other = FakeHandler.roomy();
        bench.otherWorker(Tempo.shortLease(), other);

        bench.awaitState("cancelled", item.id());
        assertThat(other.ended).hasSize(1);
        assertThat(other.runs).isEmpty();
    }

    @Test
    void what_has_ended_stays_as_it_is() {
        FakeHandler handler = FakeHandler.roomy();
        bench.worker(Tempo.steady(), handler);
        NewWork item = put("lane");
        bench.awaitState("done", item.id());

        cancel(item);

        assertThat(bench.state(item.id())).isEqualTo("done");
        assertThat(bench.text("cancelled_at", item.id())).isEmpty();
    }

    @Test
    void an_erased_lane_is_cancelled_and_loses_its_payloads_and_whose_they_were() {
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            if (Items.text(item).equals("open")) {
                item.cancellation().onRequest(release::countDown);
                release.await();
            }
        });
        bench.worker(Tempo.steady(), handler);
        NewWork ended = Items.in("lane", "ended");
        bench.inbox.put(List.of(ended));
        bench.awaitState("done", ended.id());
        NewWork open = Items.in("lane", "open");
        NewWork waiting = Items.in("lane", "waiting");
        bench.inbox.put(List.of(open, waiting));
        bench.awaitState("running", open.id());

        bench.inbox.apply(List.of(new WorkCommand.Erase("lane", "deleted")));

        bench.awaitNothingOpen();
        assertThat(handler.ended).extracting(Items::text).containsExactly("waiting");
        assertThat(bench.count("from platform.work where length(payload) > 0 or tenant <> ''"))
                .isZero();
        bench.inbox.put(List.of(ended, waiting));
        assertThat(handler.resends).isEmpty();
        assertThat(bench.count("from platform.work where finished_at is null")).isZero();
    }

    private NewWork put(String lane) {
        NewWork item = Items.in(lane);
        bench.inbox.put(List.of(item));
        return item;
    }

    private void cancel(NewWork item) {
        bench.inbox.apply(List.of(new WorkCommand.Cancel(item.id(), item.lane(), "not wanted")));
    }
}
