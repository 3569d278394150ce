package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitsTest {

    private final Bench bench = new Bench();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        never.countDown();
        bench.close();
    }

    @Test
    void what_has_not_begun_when_its_time_is_over_is_given_up_unrun() {
        FakeHandler handler = FakeHandler.roomy();
        NewWork item = Items.expiring(Instant.EPOCH, "a");

        bench.inbox.put(List.of(item));
        bench.worker(Tempo.steady(), handler);
        bench.awaitState("dead", item.id());

        assertThat(handler.runs).isEmpty();
        assertThat(handler.failures).extracting(Failure::code).containsExactly(Failure.EXPIRED);
        assertThat(bench.text("code", item.id())).isEqualTo(Failure.EXPIRED);
    }

    @Test
    void what_has_begun_in_time_does_not_expire() {
        AtomicInteger runs = new AtomicInteger();
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            if (runs.incrementAndGet() == 1) {
                bench.sql
                        .sql("update platform.work set expires_at = now() - interval '1 s'")
                        .update();
                throw new IllegalStateException("not now");
            }
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.expiring(Instant.parse("2999-01-01T00:00:00Z"), "a");

        bench.inbox.put(List.of(item));
        bench.awaitState("done", item.id());

        assertThat(runs).hasValue(2);
    }

    @Test
    void what_is_retried_past_its_deadline_is_given_up() {
        FakeHandler handler = FakeHandler.withDeadline(Duration.ofMillis(500)).running(_ -> {
            throw new RetryLater("too many requests", Duration.ofDays(1));
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("a");

        bench.inbox.put(List.of(item));
        bench.awaitState("dead", item.id());

        assertThat(handler.runs).hasSize(1);
        assertThat(handler.failures).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(Failure.DEADLINE_EXCEEDED);
            assertThat(failure.detail()).contains("too many requests");
        });
    }

    @Test
    void a_run_is_interrupted_at_its_deadline_and_given_up_by_the_same_attempt() {
        FakeHandler handler = FakeHandler.withDeadline(Duration.ofMillis(300)).running(_ -> never.await());
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("a");

        bench.inbox.put(List.of(item));
        bench.awaitState("dead", item.id());

        assertThat(handler.failures).extracting(Failure::code).containsExactly(Failure.DEADLINE_EXCEEDED);
        assertThat(handler.given).extracting(WorkItem::attempt).containsExactly(1);
    }

    @Test
    void a_run_that_does_not_hear_its_interrupt_loses_the_item() {
        FakeHandler handler = FakeHandler.withDeadline(Duration.ofMillis(300)).running(_ -> {
            while (never.getCount() > 0) {
                LockSupport.parkNanos(1_000_000);
            }
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("a");
        NewWork next = Items.in("a");

        bench.inbox.put(List.of(item, next));
        bench.awaitState("dead", item.id());
        await().until(() -> handler.runs.size() == 2);

        assertThat(handler.runs.getFirst().fence().holds()).isFalse();
        assertThat(handler.given.getFirst().attempt()).isEqualTo(2);
        assertThat(bench.metric("parley.work.dead")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void finished_items_are_forgotten_when_they_are_old() {
        bench.worker(Tempo.steady(), FakeHandler.roomy());
        List<NewWork> items = Items.numbered(3, "a");
        bench.inbox.put(items);
        bench.awaitNothingOpen();
        String dead = "update platform.work set state = 'dead', finished_at = now() - interval '%s' where id = :id";
        WorkSettings settings = new WorkSettings(
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                1,
                Duration.ofDays(8),
                Duration.ofDays(30));

        bench.sql
                .sql("update platform.work set finished_at = now() - interval '9 days'")
                .update();
        bench.sql.sql(dead.formatted("9 days")).param("id", items.get(1).id()).update();
        bench.sql.sql(dead.formatted("31 days")).param("id", items.get(2).id()).update();

        assertThat(new FinishedWork(bench.sql, settings).forgetBatch()).isEqualTo(2);
        assertThat(bench.state(items.get(1).id())).isEqualTo("dead");
    }
}
