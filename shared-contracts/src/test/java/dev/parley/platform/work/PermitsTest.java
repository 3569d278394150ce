package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PermitsTest {

    private static final String NAME = "model:openai";
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration PATIENTLY = Duration.ofSeconds(20);

    private final Bench bench = new Bench();
    private final UUID one = alive();
    private final UUID other = alive();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void all_replicas_share_a_limit() throws Exception {
        Permits here = permits(one, 2);
        Permits there = permits(other, 2);

        Permit first = here.acquire(NAME, SOON);
        Permit second = there.acquire(NAME, SOON);
        assertThatThrownBy(() -> here.acquire(NAME, SOON)).isInstanceOf(RetryLater.class);
        assertThatThrownBy(() -> there.acquire(NAME, SOON)).isInstanceOf(RetryLater.class);
        second.close();
        here.acquire(NAME, PATIENTLY).close();
        first.close();

        assertThat(taken()).isZero();
    }

    @Test
    void the_permits_of_a_worker_that_is_silent_are_free_again() throws Exception {
        Permit lost = permits(one, 1).acquire(NAME, SOON);
        Permits there = permits(other, 1);
        assertThatThrownBy(() -> there.acquire(NAME, SOON)).isInstanceOf(RetryLater.class);

        bench.sql
                .sql("update platform.worker set seen_at = now() - interval '1 minute' where id = :id")
                .param("id", one)
                .update();

        try (Permit _ = there.acquire(NAME, SOON)) {
            lost.close();
            assertThat(taken()).isOne();
        }
        assertThatThrownBy(() -> permits(one, 1).acquire(NAME, SOON)).isInstanceOf(RetryLater.class);
    }

    @Test
    void a_return_that_was_lost_on_its_way_is_made_good() throws Exception {
        Permits here = permits(one, 1);
        here.acquire(NAME, SOON).close();
        bench.sql
                .sql("update platform.work_permit set worker = :worker, taken = gen_random_uuid()")
                .param("worker", one)
                .update();

        try (Permit _ = here.acquire(NAME, SOON)) {
            assertThat(taken()).isOne();
        }
    }

    @Test
    void never_more_than_the_limit_at_once_and_everybody_gets_one() throws Exception {
        List<Permits> replicas = Stream.generate(this::alive)
                .limit(Bench.POOL)
                .map(worker -> permits(worker, 3))
                .toList();
        AtomicInteger holding = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        try (ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int n = 0; n < 2000; n++) {
                Permits replica = replicas.get(n % replicas.size());
                calls.add(runs.submit(() -> {
                    try (Permit _ = replica.acquire(NAME, PATIENTLY)) {
                        most.accumulateAndGet(holding.incrementAndGet(), Math::max);
                        assertThat(taken()).isBetween(1L, 3L);
                        holding.decrementAndGet();
                    }
                    return null;
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        assertThat(most.get()).isBetween(1, 3);
        assertThat(taken()).isZero();
    }

    @Test
    void who_waits_is_woken_when_one_is_given_back() throws Exception {
        Permits here = permits(one, 1);
        Permit held = here.acquire(NAME, SOON);
        AtomicInteger got = new AtomicInteger();

        try (ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> waiting = runs.submit(() -> {
                here.acquire(NAME, PATIENTLY).close();
                return got.incrementAndGet();
            });
            await().during(Duration.ofMillis(200)).until(() -> got.get() == 0);
            held.close();
            assertThat(waiting.get()).isOne();
        }
    }

    @Test
    void without_a_limit_nothing_is_asked_and_without_a_worker_nothing_is_given() throws Exception {
        permits(one, 1).acquire("maps", SOON).close();
        assertThat(bench.count("from platform.work_permit")).isZero();

        Permits idle = new Permits(Map.of(NAME, 1), new PermitSlots(bench.sql, Tempo.steady()), () -> null);
        assertThatThrownBy(() -> idle.acquire(NAME, SOON)).isInstanceOf(Fenced.class);
    }

    private Permits permits(UUID worker, int limit) {
        return new Permits(Map.of(NAME, limit), new PermitSlots(bench.sql, Tempo.steady()), () -> worker);
    }

    private UUID alive() {
        UUID worker = UUID.randomUUID();
        new Workers(bench.sql).renew(worker);
        bench.sql
                .sql("update platform.worker set seen_at = now() + interval '1 hour'")
                .update();
        return worker;
    }

    private long taken() {
        return bench.count("from platform.work_permit where worker is not null");
    }
}
