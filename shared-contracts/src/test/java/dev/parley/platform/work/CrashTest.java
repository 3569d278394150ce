package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrashTest {

    private final Bench bench = new Bench();
    private final CuttableHeartbeats heartbeats = new CuttableHeartbeats(bench.database.dataSource());
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        go.countDown();
        bench.close();
    }

    @Test
    void the_items_of_a_worker_that_falls_silent_are_done_by_another_and_the_first_is_fenced() throws SQLException {
        FakeHandler hanging = FakeHandler.roomy().running(_ -> awaitUninterruptibly());
        FakeHandler healthy = FakeHandler.roomy();
        bench.worker(Tempo.shortLease(), bench.signal, heartbeats, hanging);
        List<NewWork> items =
                IntStream.range(0, 3).mapToObj(n -> Items.in("lane " + n)).toList();
        bench.inbox.put(items);
        await().until(() -> hanging.runs.size() == 3);

        heartbeats.cut();
        bench.otherWorker(Tempo.shortLease(), healthy);
        bench.awaitNothingOpen();

        assertThat(healthy.runs)
                .hasSize(3)
                .allSatisfy(item -> assertThat(item.attempt()).isEqualTo(2));
        assertThat(bench.count("from platform.work where crashes = 1 and failures = 0"))
                .isEqualTo(3);
        assertThat(bench.metric("parley.work.reclaims")).isEqualTo(3);
        WorkItem zombie = hanging.runs.getFirst();
        assertThat(zombie.fence().holds()).isFalse();
        assertThatThrownBy(zombie.fence()::require).isInstanceOf(Fenced.class);
        assertThatThrownBy(() -> bench.transactions.executeWithoutResult(
                        _ -> zombie.fence().requireInTransaction()))
                .isInstanceOf(Fenced.class);

        go.countDown();
        await().until(() -> bench.metric("parley.work.fenced") == 3);
        assertThat(bench.count("from platform.work where state = 'done' and attempt = 2"))
                .isEqualTo(3);
    }

    @Test
    void a_worker_that_cannot_renew_holds_still_and_goes_on_when_nobody_took_over() throws Exception {
        FakeHandler handler = FakeHandler.roomy().running(_ -> go.await());
        bench.worker(Tempo.shortLease(), bench.signal, heartbeats, handler);
        NewWork before = Items.in("a");
        NewWork meanwhile = Items.in("b");
        bench.inbox.put(List.of(before));
        await().until(() -> handler.runs.size() == 1);
        Fence fence = handler.runs.getFirst().fence();
        assertThat(fence.holds()).isTrue();

        heartbeats.cut();
        await().until(() -> !fence.holds());
        bench.inbox.put(List.of(meanwhile));
        await().during(Duration.ofMillis(600)).until(() -> handler.runs.size() == 1);
        heartbeats.mend();
        await().until(fence::holds);
        go.countDown();
        bench.awaitNothingOpen();

        assertThat(handler.runs).extracting(WorkItem::attempt).containsExactly(1, 1);
        assertThat(bench.metric("parley.work.fenced")).isZero();
    }

    @Test
    void a_worker_that_comes_back_learns_what_it_has_lost() throws Exception {
        FakeHandler hanging = FakeHandler.roomy().running(_ -> awaitUninterruptibly());
        FakeHandler healthy = FakeHandler.roomy();
        bench.worker(Tempo.shortLease(), bench.signal, heartbeats, hanging);
        bench.inbox.put(List.of(Items.in("a")));
        await().until(() -> hanging.runs.size() == 1);

        heartbeats.cut();
        WorkRuntime other = bench.otherWorker(Tempo.shortLease(), healthy);
        bench.awaitNothingOpen();
        other.stop();
        heartbeats.mend();
        bench.inbox.put(List.of(Items.in("b")));
        await().until(() -> hanging.runs.size() == 2);

        assertThat(hanging.runs.getFirst().fence().holds()).isFalse();
        assertThat(hanging.runs.getLast().fence().holds()).isTrue();
    }

    @Test
    void a_claim_whose_answer_was_lost_is_made_again() {
        FakeHandler handler = FakeHandler.roomy();
        bench.worker(Tempo.shortLease(), handler);
        NewWork item = Items.in("a");
        await().until(() -> bench.count("from platform.worker") == 1);

        bench.transactions.executeWithoutResult(_ -> {
            bench.inbox.put(List.of(item));
            bench.sql
                    .sql("update platform.work set state = 'running', attempt = 1")
                    .update();
            bench.sql.sql("""
                            update platform.work_lane
                               set state = 'running', worker = (select id from platform.worker)
                            """).update();
        });
        bench.awaitState("done", item.id());

        assertThat(handler.runs).extracting(WorkItem::attempt).containsExactly(2);
        assertThat(bench.text("crashes", item.id())).isEqualTo("0");
    }

    @Test
    void nothing_is_lost_when_the_database_drops_all_connections() {
        FakeHandler handler = FakeHandler.withRoom(20).running(item -> {
            if (Items.text(item).equals("50")) {
                dropConnections();
            }
        });
        bench.worker(Tempo.shortLease(), handler);

        bench.inbox.put(Items.numbered(100, "a"));
        bench.awaitNothingOpen();

        assertThat(bench.count("from platform.work where state = 'done'")).isEqualTo(100);
    }

    private void dropConnections() {
        try (var connection = bench.database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitUninterruptibly() {
        boolean waiting = true;
        while (waiting) {
            try {
                go.await();
                waiting = false;
            } catch (InterruptedException _) {
                // A thread that hangs hears nothing.
            }
        }
    }
}
