package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspectsTest {

    private final Bench bench = new Bench();
    private final CountDownLatch neighbours = new CountDownLatch(1);
    private final CountDownLatch suspect = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger besideTheSuspect = new AtomicInteger();

    @AfterEach
    void close() {
        neighbours.countDown();
        suspect.countDown();
        bench.close();
    }

    @Test
    void an_item_whose_workers_died_twice_runs_alone() {
        FakeHandler handler = FakeHandler.roomy().running(this::run);
        bench.worker(Tempo.steady(), handler);
        bench.inbox.put(List.of(Items.in("a", "neighbour"), Items.in("b", "neighbour")));
        await().until(() -> handler.runs.size() == 2);

        NewWork suspicious = crashed(2);
        await().until(() -> bench.count("from platform.work_lane where reserved_by is not null") == 1);
        bench.inbox.put(List.of(Items.in("c", "neighbour")));
        await().during(Duration.ofMillis(300)).until(() -> handler.runs.size() == 2);
        neighbours.countDown();
        bench.awaitState("running", suspicious.id());
        await().during(Duration.ofMillis(300)).until(() -> handler.runs.size() == 3);
        suspect.countDown();
        bench.awaitNothingOpen();

        assertThat(besideTheSuspect).hasValue(0);
        assertThat(handler.runs).extracting(Items::text).last().isEqualTo("neighbour");
        assertThat(bench.count("from platform.work_lane")).isZero();
    }

    @Test
    void an_item_whose_workers_died_five_times_is_given_up_unrun() {
        FakeHandler handler = FakeHandler.roomy();
        NewWork poison = crashed(5);

        bench.worker(Tempo.steady(), handler);
        bench.awaitState("dead", poison.id());

        assertThat(handler.runs).isEmpty();
        assertThat(handler.failures).extracting(Failure::code).containsExactly(Failure.CRASHED_WORKERS);
    }

    @Test
    void the_second_death_of_a_worker_makes_a_suspect_and_one_worker_at_a_time_may_have_it() {
        NewWork item = Items.in("lane");
        bench.inbox.put(List.of(item));

        workerDies();
        assertThat(laneState()).isEqualTo("ready");
        workerDies();

        assertThat(laneState()).isEqualTo("suspect");
        assertThat(suspects().reserve(Duration.ofMinutes(1))).containsExactly("lane");
        assertThat(suspects().reserve(Duration.ofMinutes(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 100", "3, 16", "4, 1", "5, 1"})
    void the_more_deaths_the_fewer_suspects_share_a_worker(int deaths, int together) {
        for (int lane = 0; lane < 100; lane++) {
            crashed(deaths, "lane " + lane);
        }

        assertThat(suspects().reserve(Duration.ofMinutes(1))).hasSize(together);
    }

    @Test
    void suspects_with_fewer_deaths_are_no_company_for_one_with_more() {
        crashed(3, "first");
        crashed(2, "second");
        crashed(3, "third");

        assertThat(suspects().reserve(Duration.ofMinutes(1))).containsExactlyInAnyOrder("first", "third");
        assertThat(suspects().reserve(Duration.ofMinutes(1))).containsExactly("second");
    }

    @Test
    void suspects_that_lost_their_workers_together_run_together() {
        FakeHandler handler = FakeHandler.roomy().running(_ -> neighbours.await());
        List<NewWork> items = IntStream.range(0, 10)
                .mapToObj(lane -> crashed(2, "lane " + lane))
                .toList();

        bench.worker(Tempo.steady(), handler);

        await().until(() -> handler.runs.size() == items.size());
    }

    @Test
    void an_item_that_kills_whoever_gives_it_up_is_dead_and_nobody_is_told() {
        FakeHandler handler = FakeHandler.roomy();
        NewWork poison = crashed(10);

        bench.worker(Tempo.steady(), handler);
        bench.awaitState("dead", poison.id());

        assertThat(handler.runs).isEmpty();
        assertThat(handler.failures).isEmpty();
    }

    private void run(WorkItem item) throws InterruptedException {
        running.incrementAndGet();
        try {
            if (Items.text(item).equals("suspect")) {
                besideTheSuspect.addAndGet(running.get() - 1);
                suspect.await();
            } else {
                neighbours.await();
            }
        } finally {
            running.decrementAndGet();
        }
    }

    private NewWork crashed(int times) {
        return crashed(times, "suspects");
    }

    /** An item as it is when its workers have died so often. */
    private NewWork crashed(int times, String lane) {
        NewWork item = Items.in(lane, "suspect");
        bench.transactions.executeWithoutResult(_ -> {
            bench.inbox.put(List.of(item));
            bench.sql
                    .sql("update platform.work_lane set state = 'suspect', crashes = :times where lane = :lane")
                    .param("times", times)
                    .param("lane", lane)
                    .update();
            bench.sql
                    .sql("update platform.work set crashes = :times where id = :id")
                    .param("times", times)
                    .param("id", item.id())
                    .update();
        });
        return item;
    }

    /** A worker that nobody hears of claims it. */
    private void workerDies() {
        UUID worker = UUID.randomUUID();
        new Workers(bench.sql).renew(worker);
        WorkKind kind = FakeHandler.roomy().kind();
        assertThat(new Claims(worker, bench.sql, Tempo.steady()).claim(List.of(new Claims.Wanted(kind, 1, ""))))
                .hasSize(1);
        new Workers(bench.sql).leave(worker);
        assertThat(new LostWork(bench.sql, Tempo.steady()).reclaim()).hasSize(1);
    }

    private Suspects suspects() {
        return new Suspects(
                UUID.randomUUID(),
                bench.sql,
                Tempo.steady(),
                List.of(FakeHandler.roomy().kind()));
    }

    private String laneState() {
        return bench.sql
                .sql("select state from platform.work_lane")
                .query(String.class)
                .single();
    }
}
