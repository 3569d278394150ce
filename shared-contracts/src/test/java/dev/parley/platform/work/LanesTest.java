package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void items_of_one_lane_run_in_the_order_of_arrival_and_never_together() {
        AtomicInteger together = new AtomicInteger();
        FakeHandler handler = FakeHandler.roomy().running(_ -> {
            assertThat(together.incrementAndGet()).isOne();
            together.decrementAndGet();
        });
        bench.worker(Tempo.steady(), handler);

        bench.inbox.put(Items.numbered(30, "a"));
        bench.awaitNothingOpen();

        assertThat(handler.runs.stream().map(Items::text))
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(Integer::toString).toList());
        assertThat(bench.count("from platform.work where state = 'dead' or failures > 0"))
                .isZero();
        assertThat(bench.count("from platform.work_lane")).isZero();
    }

    @Test
    void different_lanes_run_side_by_side() {
        CountDownLatch all = new CountDownLatch(50);
        FakeHandler handler = FakeHandler.roomy().running(_ -> {
            all.countDown();
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        });
        bench.worker(Tempo.steady(), handler);

        bench.inbox.put(
                IntStream.range(0, 50).mapToObj(n -> Items.in("lane " + n)).toList());
        bench.awaitNothingOpen();

        assertThat(handler.runs).hasSize(50);
        assertThat(bench.count("from platform.work where state = 'done'")).isEqualTo(50);
    }

    @Test
    void kinds_share_a_lane() {
        List<String> order = new ArrayList<>();
        FakeHandler one =
                new FakeHandler(new WorkKind("one", Duration.ofMinutes(1), 3, 10)).running(_ -> order.add("one"));
        FakeHandler two =
                new FakeHandler(new WorkKind("two", Duration.ofMinutes(1), 3, 10)).running(_ -> order.add("two"));

        bench.inbox.put(List.of(Items.ofKind("one", "a"), Items.ofKind("two", "a"), Items.ofKind("one", "a")));
        bench.worker(Tempo.steady(), one, two);
        bench.awaitNothingOpen();

        assertThat(order).containsExactly("one", "two", "one");
    }

    @Test
    void no_more_of_a_kind_run_at_once_than_it_allows() {
        Set<WorkItem> running = ConcurrentHashMap.newKeySet();
        AtomicInteger most = new AtomicInteger();
        FakeHandler handler = FakeHandler.withRoom(3).running(item -> {
            running.add(item);
            most.accumulateAndGet(running.size(), Math::max);
            running.remove(item);
        });
        bench.worker(Tempo.steady(), handler);

        bench.inbox.put(
                IntStream.range(0, 60).mapToObj(n -> Items.in("lane " + n)).toList());
        bench.awaitNothingOpen();

        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void an_item_joins_its_lane_when_it_is_due() {
        FakeHandler handler = FakeHandler.roomy();
        bench.worker(Tempo.steady(), handler);
        Instant soon = bench.sql
                .sql("select now() + interval '600 ms'")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        NewWork later = Items.due(soon, "a");
        NewWork first = Items.in("a");

        bench.inbox.put(List.of(later, first));
        assertThat(bench.state(later.id())).isEqualTo("scheduled");
        bench.awaitNothingOpen();

        assertThat(handler.runs).extracting(WorkItem::id).containsExactly(first.id(), later.id());
        assertThat(bench.count("from platform.work where finished_at < due_at")).isZero();
    }

    @Test
    void what_was_put_in_a_transaction_that_was_rolled_back_never_was() {
        FakeHandler handler = FakeHandler.roomy();
        bench.worker(Tempo.steady(), handler);

        bench.transactions.executeWithoutResult(transaction -> {
            bench.inbox.put(List.of(Items.in("a")));
            transaction.setRollbackOnly();
        });
        bench.transactions.executeWithoutResult(_ -> bench.inbox.put(List.of(Items.in("b"))));
        bench.awaitNothingOpen();

        assertThat(handler.runs).extracting(WorkItem::lane).containsExactly("b");
    }

    @Test
    void an_empty_batch_is_nothing() {
        bench.inbox.put(List.of());

        assertThat(bench.count("from platform.work")).isZero();
    }
}
