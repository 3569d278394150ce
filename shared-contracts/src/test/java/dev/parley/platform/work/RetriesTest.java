package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_failure_is_tried_again_and_keeps_its_lane() {
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            if (Items.text(item).equals("0") && item.failures() < 2) {
                throw new IllegalStateException("not now");
            }
        });
        bench.worker(Tempo.steady(), handler);

        bench.inbox.put(Items.numbered(2, "a"));
        bench.awaitNothingOpen();

        assertThat(handler.runs).extracting(Items::text).containsExactly("0", "0", "0", "1");
        assertThat(handler.runs).extracting(WorkItem::attempt).containsExactly(1, 2, 3, 1);
        assertThat(handler.runs).extracting(WorkItem::failures).containsExactly(0, 1, 2, 0);
        assertThat(bench.metric("parley.work.retries")).isEqualTo(2);
    }

    @Test
    void what_fails_too_often_is_given_up_by_the_same_attempt_and_its_lane_goes_on() {
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            if (Items.text(item).equals("0")) {
                throw new IllegalStateException("never\0");
            }
        });
        bench.worker(Tempo.steady(), handler);
        List<NewWork> items = Items.numbered(2, "a");

        bench.inbox.put(items);
        bench.awaitNothingOpen();

        assertThat(bench.state(items.getFirst().id())).isEqualTo("dead");
        assertThat(bench.text("code", items.getFirst().id())).isEqualTo(Failure.TOO_MANY_FAILURES);
        assertThat(bench.text("detail", items.getFirst().id())).isEqualTo("IllegalStateException: never\uFFFD");
        assertThat(bench.text("failures", items.getFirst().id())).isEqualTo("3");
        assertThat(handler.given).extracting(WorkItem::attempt).containsExactly(3);
        assertThat(bench.state(items.getLast().id())).isEqualTo("done");
        assertThat(bench.metric("parley.work.dead")).isOne();
    }

    @Test
    void a_permanent_failure_is_given_up_at_once() {
        FakeHandler handler = FakeHandler.roomy().running(_ -> {
            throw new PermanentFailure("unknown_tool", "no tool of that name");
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("a");

        bench.inbox.put(List.of(item));
        bench.awaitState("dead", item.id());

        assertThat(handler.runs).hasSize(1);
        assertThat(handler.failures).containsExactly(new Failure("unknown_tool", "no tool of that name"));
    }

    @Test
    void to_give_up_is_tried_until_it_works_and_the_run_is_not_repeated() {
        AtomicInteger tries = new AtomicInteger();
        FakeHandler handler = FakeHandler.roomy()
                .running(_ -> {
                    throw new PermanentFailure("unknown_tool", "no tool of that name");
                })
                .givingUp(_ -> {
                    if (tries.incrementAndGet() < 6) {
                        throw new IllegalStateException("broker is down");
                    }
                });
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("a");

        bench.inbox.put(List.of(item));
        bench.awaitState("dead", item.id());

        assertThat(handler.runs).hasSize(1);
        assertThat(handler.given).extracting(WorkItem::attempt).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(handler.failures).containsOnly(new Failure("unknown_tool", "no tool of that name"));
    }

    @Test
    void a_wait_that_was_asked_for_is_kept_and_not_counted() {
        Duration asked = Duration.ofMillis(300);
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            if (item.attempt() <= 4) {
                throw new RetryLater("too many requests", asked);
            }
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("a");

        Instant before = databaseTime();
        bench.inbox.put(List.of(item));
        bench.awaitState("done", item.id());

        assertThat(bench.text("failures", item.id())).isEqualTo("0");
        assertThat(Duration.between(before, databaseTime())).isGreaterThan(asked.multipliedBy(4));
    }

    @Test
    void a_run_that_finds_itself_fenced_is_repeated_and_not_counted() {
        FakeHandler handler = FakeHandler.roomy().running(item -> {
            if (item.attempt() == 1) {
                throw new Fenced("the lease is not held");
            }
        });
        bench.worker(Tempo.steady(), handler);
        NewWork item = Items.in("a");

        bench.inbox.put(List.of(item));
        bench.awaitState("done", item.id());

        assertThat(bench.text("failures", item.id())).isEqualTo("0");
    }

    private Instant databaseTime() {
        return bench.sql
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
