package dev.parley.conversation.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.LogPartition;
import dev.parley.platform.messaging.Positions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class WaitingTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Progress progress = new Progress();
    private final AtomicReference<Positions> stored = new AtomicReference<>(Positions.NONE);
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicReference<CompletableFuture<Positions>> settled =
            new AtomicReference<>(new CompletableFuture<>());
    private final Waiting waiting = new Waiting(progress, this::look, settled::get, Duration.ofMillis(10));

    @Test
    void what_is_stored_already_is_not_waited_for() {
        progress.advanced(at(5));

        assertThat(waiting.until(at(5), in(Duration.ZERO))).isTrue();
        assertThat(waiting.until(Positions.NONE, in(Duration.ZERO))).isTrue();
        assertThat(looks).hasValue(0);
    }

    @Test
    void what_this_replica_stores_ends_the_wait_at_once() {
        CompletableFuture<Boolean> reader = reader(at(5));
        await().until(() -> looks.get() > 0);

        progress.advanced(at(4));
        assertThat(reader).isNotDone();
        progress.advanced(at(6));

        assertThat(reader.join()).isTrue();
    }

    @Test
    void what_another_replica_stores_is_found_in_the_database_by_one_for_all() {
        List<CompletableFuture<Boolean>> readers =
                IntStream.range(0, 50).mapToObj(_ -> reader(at(5))).toList();
        long begin = System.nanoTime();
        await().until(() -> looks.get() >= 3);

        stored.set(at(5));

        assertThat(readers).allMatch(CompletableFuture::join);
        long polls = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 10;
        assertThat(looks.get()).isLessThanOrEqualTo((int) polls + 5);
    }

    @Test
    void what_nobody_has_to_store_any_more_is_found_out_by_asking_the_broker() {
        settled.set(CompletableFuture.completedFuture(at(5)));

        assertThat(waiting.until(at(5), in(LONG))).isTrue();
    }

    @Test
    void nobody_waits_for_ever() {
        long begin = System.nanoTime();

        assertThat(waiting.until(at(5), in(SHORT))).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
    }

    @Test
    void a_database_that_is_away_is_told_at_once() {
        Waiting away = new Waiting(
                progress,
                () -> {
                    throw new DataAccessResourceFailureException("away");
                },
                settled::get,
                Duration.ofMillis(10));

        assertThatThrownBy(() -> away.until(at(5), in(LONG))).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void places_of_a_log_that_was_replaced_count_no_more() {
        progress.advanced(at(5000));

        progress.forget(at(5000));

        assertThat(waiting.until(at(7), in(SHORT))).isFalse();
    }

    private Positions look() {
        looks.incrementAndGet();
        return stored.get();
    }

    private CompletableFuture<Boolean> reader(Positions wanted) {
        var result = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> result.complete(waiting.until(wanted, in(LONG))));
        return result;
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private static Positions at(long next) {
        return new Positions(Map.of(new LogPartition(Topic.TURN_REQUESTS, 3), next));
    }
}
