package dev.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LogEndsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<CompletableFuture<Positions>> requests = new LinkedBlockingQueue<>();
    private final List<Runnable> later = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    /** Time goes by with each look at the clock, so that nobody comes too early. */
    private final LogEnds ends =
            new LogEnds(this::request, (_, task) -> later.add(task), () -> nanos.addAndGet(10_000_000));

    @Test
    void those_who_come_while_a_request_is_on_its_way_share_the_next_one() throws InterruptedException {
        CompletableFuture<Optional<Positions>> first = reader();
        CompletableFuture<Positions> onItsWay = next();
        List<CompletableFuture<Optional<Positions>>> others = List.of(reader(), reader(), reader(), reader());
        awaitReaders(others.size());

        onItsWay.complete(at(7));

        assertThat(first.join()).hasValue(at(7));
        CompletableFuture<Positions> shared = next();
        assertThat(others).noneMatch(CompletableFuture::isDone);
        shared.complete(at(8));
        assertThat(others).extracting(CompletableFuture::join).containsOnly(Optional.of(at(8)));
        assertThat(requests).isEmpty();
    }

    @Test
    void a_broker_that_is_away_is_waited_for_once_and_asked_again_meanwhile() throws InterruptedException {
        CompletableFuture<Optional<Positions>> first = reader();
        next().completeExceptionally(new IllegalStateException("away"));
        assertThat(first.join()).isEmpty();

        assertThat(ends.now(PATIENCE)).isEmpty();
        assertThat(requests).isEmpty();

        later.removeFirst().run();
        next().completeExceptionally(new IllegalStateException("still away"));
        assertThat(ends.now(PATIENCE)).isEmpty();

        later.removeFirst().run();
        next().complete(at(3));
        CompletableFuture<Optional<Positions>> back = reader();
        next().complete(at(4));
        assertThat(back.join()).hasValue(at(4));
    }

    @Test
    void who_came_while_a_request_failed_does_not_wait_for_another() throws InterruptedException {
        CompletableFuture<Optional<Positions>> first = reader();
        CompletableFuture<Positions> onItsWay = next();
        CompletableFuture<Optional<Positions>> second = reader();
        awaitReaders(1);

        onItsWay.completeExceptionally(new IllegalStateException("away"));

        assertThat(first.join()).isEmpty();
        assertThat(second.join()).isEmpty();
        assertThat(requests).isEmpty();
    }

    @Test
    void many_who_come_one_after_the_other_are_answered_together() throws InterruptedException {
        var standing = new LogEnds(this::request, (_, task) -> later.add(task), () -> 0);
        CompletableFuture<Optional<Positions>> first = reader(standing);
        next().complete(at(1));
        assertThat(first.join()).hasValue(at(1));

        CompletableFuture<Optional<Positions>> second = reader(standing);
        await().until(() -> later.size() == 1);
        CompletableFuture<Optional<Positions>> third = reader(standing);
        await().until(() -> standing.waiting() == 2);
        assertThat(requests).isEmpty();

        later.removeFirst().run();
        next().complete(at(2));
        assertThat(second.join()).hasValue(at(2));
        assertThat(third.join()).hasValue(at(2));
        assertThat(requests).isEmpty();
    }

    @Test
    void nobody_waits_longer_than_he_likes() throws InterruptedException {
        assertThat(ends.now(Duration.ofMillis(20))).isEmpty();

        next().complete(at(1));
        CompletableFuture<Optional<Positions>> reader = reader();
        next().complete(at(2));
        assertThat(reader.join()).hasValue(at(2));
    }

    private CompletableFuture<Positions> request() {
        var answer = new CompletableFuture<Positions>();
        requests.add(answer);
        return answer;
    }

    private CompletableFuture<Positions> next() throws InterruptedException {
        CompletableFuture<Positions> request = requests.poll(20, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }

    private CompletableFuture<Optional<Positions>> reader() {
        return reader(ends);
    }

    private static CompletableFuture<Optional<Positions>> reader(LogEnds ends) {
        var result = new CompletableFuture<Optional<Positions>>();
        Thread.ofVirtual().start(() -> result.complete(ends.now(PATIENCE)));
        return result;
    }

    private void awaitReaders(int count) {
        await().until(() -> ends.waiting() == count);
    }

    private static Positions at(long next) {
        return new Positions(Map.of(new LogPartition(Topic.TURN_REQUESTS, 0), next));
    }
}
