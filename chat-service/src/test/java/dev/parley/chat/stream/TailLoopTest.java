package dev.parley.chat.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.TurnId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TailLoopTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final TurnId turn = new TurnId(UUID.randomUUID());
    private final FakeLog log = new FakeLog();
    private final TailLoop loop = new TailLoop(log, new BufferLimits(4, 1_000));

    @BeforeEach
    void the_loop_runs() {
        loop.start();
    }

    @AfterEach
    void the_loop_stops() {
        loop.stop();
    }

    @Test
    void a_reader_of_a_partition_that_nobody_reads_says_where_it_ends() throws InterruptedException {
        assertThat(of(loop.join(turn.toString(), 3))).isEmpty();

        Subscription reader = of(loop.follow(turn.toString(), 3, 17));
        log.write(3, 17, turn);

        assertThat(reader.liveFrom()).isEqualTo(17);
        assertThat(offset(reader)).isEqualTo(17);
    }

    @Test
    void a_further_reader_begins_where_the_tail_is_whatever_it_says() throws InterruptedException {
        Subscription first = of(loop.follow(turn.toString(), 3, 17));
        log.write(3, 17, turn);
        assertThat(offset(first)).isEqualTo(17);

        Subscription joined = of(loop.join(turn.toString(), 3)).orElseThrow();
        Subscription late = of(loop.follow(turn.toString(), 3, 99));
        log.write(3, 18, turn);

        assertThat(joined.liveFrom()).isEqualTo(18);
        assertThat(late.liveFrom()).isEqualTo(18);
        assertThat(offset(joined)).isEqualTo(18);
        assertThat(offset(late)).isEqualTo(18);
    }

    @Test
    void another_partition_is_added_without_moving_the_first() throws InterruptedException {
        Subscription first = of(loop.follow(turn.toString(), 3, 17));
        Subscription second = of(loop.follow(turn.toString(), 5, 1_000));

        log.write(3, 17, turn);
        log.write(5, 1_000, turn);

        assertThat(offset(first)).isEqualTo(17);
        assertThat(offset(second)).isEqualTo(1_000);
    }

    @Test
    void a_slow_reader_is_cut_off_and_the_others_go_on() throws InterruptedException {
        Subscription slow = of(loop.follow(turn.toString(), 3, 0));
        Subscription quick = of(loop.join(turn.toString(), 3)).orElseThrow();

        for (int offset = 0; offset < 6; offset++) {
            log.write(3, offset, turn);
            assertThat(offset(quick)).isEqualTo(offset);
        }

        assertThatThrownBy(() -> slow.poll(AT_ONCE)).isInstanceOf(StreamCut.class);
    }

    @Test
    void when_the_log_is_cut_off_its_readers_are_and_the_other_partitions_go_on() throws InterruptedException {
        Subscription lost = of(loop.follow(turn.toString(), 3, 17));
        Subscription other = of(loop.follow(turn.toString(), 5, 0));

        log.fail(new OffsetOutOfRangeException(Map.of(new TopicPartition("chat.turn-stream", 3), 17L)));

        assertThatThrownBy(() -> lost.poll(SOON)).isInstanceOf(StreamCut.class);
        assertThat(of(loop.join(turn.toString(), 3))).isEmpty();
        log.write(5, 0, turn);
        assertThat(offset(other)).isZero();
    }

    @Test
    void a_log_that_cannot_be_read_is_left_alone_for_a_while_and_orders_are_taken_all_the_same()
            throws InterruptedException {
        Subscription reader = of(loop.follow(turn.toString(), 3, 0));
        log.failAlways(new AuthorizationException("not now"));
        await().atMost(SOON).until(() -> log.failures() >= 4);
        long begun = System.nanoTime();
        int before = log.failures();

        assertThat(of(loop.join(turn.toString(), 3))).isPresent();
        await().atMost(SOON).until(() -> log.failures() > before + 1);

        // The pauses have grown to 800 ms and more by now: without them there were thousands of failures.
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(500));
        assertThat(log.failures()).isLessThan(before + 4);
        log.failNoMore();
        log.write(3, 0, turn);
        assertThat(offset(reader)).isZero();
    }

    @Test
    void when_the_loop_stops_its_readers_are_cut() {
        Subscription reader = of(loop.follow(turn.toString(), 3, 0));

        loop.stop();

        assertThatThrownBy(() -> reader.poll(SOON)).isInstanceOf(StreamCut.class);
    }

    private static long offset(Subscription reader) throws InterruptedException {
        StreamEvent event = Objects.requireNonNull(reader.poll(SOON));
        return Objects.requireNonNull(event.id()).position();
    }

    private static <T> T of(CompletableFuture<T> answer) {
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    static ConsumerRecord<String, byte[]> delta(int partition, long offset, TurnId turn) {
        var raw = new ConsumerRecord<>("chat.turn-stream", partition, offset, "key", "{}".getBytes(UTF_8));
        StreamLog.headers(turn, 1, "delta")
                .forEach((name, value) -> raw.headers().add(name, value.getBytes(UTF_8)));
        return raw;
    }
}
