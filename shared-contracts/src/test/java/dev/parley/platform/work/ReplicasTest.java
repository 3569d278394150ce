package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicasTest {

    // The server's own workers look after so many rows too.
    private static final String OUR_CONNECTIONS =
            "from pg_stat_activity where datname = current_database() and backend_type = 'client backend'";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void two_replicas_run_every_item_once_and_every_lane_in_order() {
        Map<String, List<String>> seen = new ConcurrentHashMap<>();
        FakeHandler one = FakeHandler.withRoom(10).running(item -> note(seen, item));
        FakeHandler two = FakeHandler.withRoom(10).running(item -> note(seen, item));
        bench.worker(Tempo.steady(), one);
        bench.otherWorker(Tempo.steady(), two);

        for (int lap = 0; lap < 50; lap++) {
            String number = Integer.toString(lap);
            bench.inbox.put(IntStream.range(0, 20)
                    .mapToObj(lane -> Items.in("lane " + lane, number))
                    .toList());
        }
        bench.awaitNothingOpen();

        List<String> laps = IntStream.range(0, 50).mapToObj(Integer::toString).toList();
        assertThat(seen).hasSize(20).allSatisfy((_, order) -> assertThat(order).containsExactlyElementsOf(laps));
        assertThat(one.runs.size() + two.runs.size()).isEqualTo(1000);
        assertThat(one.runs).isNotEmpty();
        assertThat(two.runs).isNotEmpty();
        assertThat(bench.count("from platform.work where attempt > 1")).isZero();
        assertThat(bench.count("from platform.work_lane")).isZero();
    }

    @Test
    void thousands_of_items_in_flight_hold_a_handful_of_connections() {
        int items = 5000;
        CountDownLatch all = new CountDownLatch(items);
        List<Long> connections = Collections.synchronizedList(new ArrayList<>());
        FakeHandler handler = new FakeHandler(new WorkKind(Items.KIND, Duration.ofMinutes(5), 3, items))
                .running(item -> {
                    all.countDown();
                    assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
                    bench.transactions.executeWithoutResult(_ -> {
                        item.fence().requireInTransaction();
                        if (item.lane().endsWith("00")) {
                            connections.add(bench.count(OUR_CONNECTIONS));
                        }
                    });
                });
        bench.worker(Tempo.steady(), handler);

        bench.inbox.put(
                IntStream.range(0, items).mapToObj(n -> Items.in("lane " + n)).toList());
        bench.awaitNothingOpen();

        assertThat(handler.runs).hasSize(items);
        assertThat(connections)
                .hasSize(49)
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(Bench.POOL + 2));
        assertThat(bench.count("from platform.work where attempt > 1")).isZero();
    }

    private static void note(Map<String, List<String>> seen, WorkItem item) {
        seen.computeIfAbsent(item.lane(), _ -> Collections.synchronizedList(new ArrayList<>()))
                .add(Items.text(item));
    }
}
