package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.Stage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

class WorkAdminTest {

    private final Bench bench = new Bench();
    private final WorkAdmin admin = WorkAdmin.on(bench.pool, bench.signal);
    private final WorkEndpoint endpoint = new WorkEndpoint(admin, Stage.DEVELOPMENT);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        go.countDown();
        bench.close();
    }

    @Test
    void in_production_nobody_changes_anything_without_saying_who_it_is() {
        NewWork dead = die();

        var answer = new WorkEndpoint(admin, Stage.PRODUCTION).act(dead.id().toString(), "replay", null);

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(show(dead.id()).state()).isEqualTo(WorkStatus.State.DEAD);
    }

    @Test
    void a_dead_item_that_is_replayed_runs_again_behind_what_its_lane_holds() {
        NewWork dead = die();
        FakeHandler handler = FakeHandler.roomy();
        bench.inbox.put(List.of(Items.in("lane", "newer")));

        assertThat(admin.replay(dead.id())).isEqualTo(WorkAdmin.Answer.ACCEPTED);
        assertThat(show(dead.id()).position()).isEqualTo(1);
        bench.worker(Tempo.steady(), handler);
        bench.awaitState("done", dead.id());

        assertThat(handler.runs).extracting(Items::text).containsExactly("newer", "dies");
        assertThat(handler.runs).last().satisfies(run -> {
            assertThat(run.failures()).isZero();
            assertThat(run.attempt()).isEqualTo(2);
        });
        assertThat(show(dead.id()).reason()).isNull();
        assertThat(bench.count("from platform.work_lane")).isZero();
    }

    @Test
    void what_is_not_dead_cannot_be_replayed_and_nothing_changes() {
        NewWork waiting = Items.in("lane");
        bench.inbox.put(List.of(waiting));
        WorkStatus before = show(waiting.id());

        assertThat(admin.replay(waiting.id())).isEqualTo(WorkAdmin.Answer.REFUSED);
        assertThat(admin.replay(UUID.randomUUID())).isEqualTo(WorkAdmin.Answer.UNKNOWN);

        assertThat(show(waiting.id())).isEqualTo(before);
        assertThat(status(endpoint.act(waiting.id().toString(), "replay", null)))
                .isEqualTo(409);
        assertThat(status(endpoint.act(UUID.randomUUID().toString(), "replay", null)))
                .isEqualTo(404);
    }

    @Test
    void what_was_erased_cannot_be_replayed() {
        NewWork dead = die();
        bench.inbox.apply(List.of(new WorkCommand.Erase("lane", "gone")));

        assertThat(admin.replay(dead.id())).isEqualTo(WorkAdmin.Answer.ERASED);
        assertThat(bench.state(dead.id())).isEqualTo("dead");
    }

    @Test
    void what_waits_can_be_cancelled_and_what_has_ended_cannot() {
        bench.worker(Tempo.steady(), FakeHandler.roomy().running(_ -> go.await()));
        List<NewWork> items = Items.numbered(2, "lane");
        bench.inbox.put(items);
        bench.awaitState("running", items.getFirst().id());
        UUID second = items.getLast().id();

        assertThat(admin.cancel(second, "by hand")).isEqualTo(WorkAdmin.Answer.ACCEPTED);
        bench.awaitState("cancelled", second);

        assertThat(show(second).reason()).isEqualTo("by hand");
        assertThat(show(second).lane()).isEqualTo("lane");
        assertThat(admin.cancel(second, "again")).isEqualTo(WorkAdmin.Answer.REFUSED);
        assertThat(admin.cancel(UUID.randomUUID(), "unknown")).isEqualTo(WorkAdmin.Answer.UNKNOWN);
    }

    @Test
    void a_list_goes_on_where_the_last_page_ended() {
        bench.inbox.put(Items.numbered(5, "lane"));
        bench.inbox.put(List.of(Items.ofKind("other", "lane 2")));

        List<WorkStatus> first = admin.list(WorkStatus.State.WAITING, Items.KIND, null, 3);
        List<WorkStatus> second =
                admin.list(WorkStatus.State.WAITING, Items.KIND, first.getLast().id(), 3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(admin.list(WorkStatus.State.DEAD, null, null, 3)).isEmpty();
        assertThat(admin.list(null, null, null, 100)).hasSize(6);
    }

    @Test
    void bad_input_is_told_and_never_an_error_of_ours() {
        assertThat(status(endpoint.list("lost", null, null, null))).isEqualTo(400);
        assertThat(status(endpoint.list(null, null, "nonsense", null))).isEqualTo(400);
        assertThat(status(endpoint.list(null, null, null, "101"))).isEqualTo(400);
        assertThat(status(endpoint.list(null, null, null, "many"))).isEqualTo(400);
        assertThat(status(endpoint.show("nonsense"))).isEqualTo(400);
        assertThat(status(endpoint.show(UUID.randomUUID().toString()))).isEqualTo(404);
        assertThat(status(endpoint.act("nonsense", "replay", null))).isEqualTo(400);
        assertThat(status(endpoint.act(UUID.randomUUID().toString(), "destroy", null)))
                .isEqualTo(404);
    }

    @Test
    void a_run_says_how_far_it_is_and_a_zombie_does_not() {
        AtomicLong nanos = new AtomicLong();
        WorkProgress progress = new WorkProgress(bench.sql, bench.transactions, nanos::get);
        FakeHandler handler = FakeHandler.roomy().running(_ -> go.await());
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("lane");
        bench.inbox.put(List.of(item));
        Awaitility.await().until(() -> handler.runs.size() == 1);
        WorkItem run = handler.runs.getFirst();

        progress.tell(run, 0.25, "reading");
        progress.tell(run, 0.3, "reading");
        assertThat(show(item.id()).progress()).isEqualTo(0.25);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        progress.tell(run, 0.4, "reading");
        progress.tell(run, 0.5, "writing");
        bench.sql.sql("update platform.work set attempt = 2").update();
        progress.tell(run, 0.9, "told too late");

        assertThat(show(item.id()).progress()).isEqualTo(0.5);
        assertThat(show(item.id()).stage()).isEqualTo("writing");
        assertThatThrownBy(() -> progress.tell(run, 1.5, "far")).isInstanceOf(IllegalArgumentException.class);
        bench.sql.sql("update platform.work set attempt = 1").update();
    }

    private NewWork die() {
        FakeHandler handler = FakeHandler.roomy().running(_ -> {
            throw new PermanentFailure("impossible", "it cannot be done");
        });
        NewWork item = Items.in("lane", "dies");
        bench.inbox.put(List.of(item));
        WorkRuntime worker = bench.worker(Tempo.steady(), handler);
        bench.awaitState("dead", item.id());
        worker.stop();
        assertThat(show(item.id()).reason()).isEqualTo("impossible");
        return item;
    }

    private WorkStatus show(UUID id) {
        return admin.show(id).orElseThrow();
    }

    private static int status(WebEndpointResponse<?> response) {
        return response.getStatus();
    }
}
