package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All at once: failures, duplicates, workers that come, go and fall silent. Whatever happens, the invariants hold. */
class StormTest {

    private static final int LANES = 15;
    private static final int LAPS = 20;
    private static final int ZOMBIES = 3;

    private final Bench bench = new Bench();
    private final Random random = new Random(4);
    private final CuttableHeartbeats shaky = new CuttableHeartbeats(bench.database.dataSource());
    private final Map<String, List<Integer>> written = new ConcurrentHashMap<>();
    private final CountDownLatch mended = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();
    private final AtomicInteger fenced = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void every_item_takes_effect_once_and_in_the_order_of_its_lane() throws SQLException {
        bench.worker(Tempo.shortLease(), bench.signal, shaky, zombie());
        bench.inbox.put(batch(0));
        Awaitility.await().until(() -> hanging.get() == ZOMBIES);
        bench.otherWorker(Tempo.shortLease(), handler());
        WorkRuntime leaving = bench.otherWorker(Tempo.shortDrain(), handler());

        for (int lap = 1; lap < LAPS; lap++) {
            List<NewWork> batch = batch(lap);
            bench.inbox.put(batch);
            bench.inbox.put(batch.subList(0, random.nextInt(LANES)));
            disturb(lap, leaving);
        }
        shaky.mend();
        bench.awaitNothingOpen();

        assertThat(fenced).hasValueGreaterThanOrEqualTo(ZOMBIES);
        List<Integer> laps = IntStream.range(0, LAPS).boxed().toList();
        assertThat(written)
                .hasSize(LANES)
                .allSatisfy((_, order) -> assertThat(order).containsExactlyElementsOf(laps));
        assertThat(bench.count("from platform.work where state <> 'done'")).isZero();
        assertThat(bench.count("from platform.work_lane")).isZero();
    }

    private void disturb(int lap, WorkRuntime leaving) throws SQLException {
        switch (lap) {
            case 5 -> shaky.cut();
            case 8 -> leaving.stop();
            case 10 -> Awaitility.await().until(() -> bench.metric("parley.work.reclaims") > 0);
            case 12 -> {
                shaky.mend();
                mended.countDown();
            }
            case 14 -> bench.otherWorker(Tempo.shortLease(), handler());
            case 16 -> shaky.cut();
            default -> {
                // A quiet lap.
            }
        }
    }

    private List<NewWork> batch(int lap) {
        List<NewWork> batch = new ArrayList<>(IntStream.range(0, LANES)
                .mapToObj(lane -> Items.in("lane " + lane, Integer.toString(lap)))
                .toList());
        Collections.shuffle(batch, random);
        return batch;
    }

    /** Hangs in its first items, until it is no longer missed, and wants to write then. */
    private FakeHandler zombie() {
        return new FakeHandler(new WorkKind(Items.KIND, Duration.ofMinutes(5), 1000, ZOMBIES)).running(item -> {
            hanging.incrementAndGet();
            try {
                mended.await();
                write(item);
            } catch (InterruptedException | Fenced e) {
                fenced.incrementAndGet();
                bench.transactions.executeWithoutResult(_ -> item.fence().requireInTransaction());
                throw e;
            }
        });
    }

    /** Writes behind the fence, when it has no bad luck. */
    private FakeHandler handler() {
        return new FakeHandler(new WorkKind(Items.KIND, Duration.ofMinutes(5), 1000, 5)).running(item -> {
            int dice = ThreadLocalRandom.current().nextInt(10);
            if (dice == 0) {
                throw new IllegalStateException("bad luck");
            }
            if (dice == 1) {
                throw new RetryLater("not yet", Duration.ofMillis(30));
            }
            write(item);
        });
    }

    private void write(WorkItem item) {
        bench.transactions.executeWithoutResult(_ -> {
            item.fence().requireInTransaction();
            effect(item);
        });
    }

    /** A second run of the same item finds its effect and leaves it. */
    private void effect(WorkItem item) {
        List<Integer> lane = written.computeIfAbsent(item.lane(), _ -> Collections.synchronizedList(new ArrayList<>()));
        int lap = Integer.parseInt(Items.text(item));
        if (!lane.contains(lap)) {
            lane.add(lap);
        }
    }
}
