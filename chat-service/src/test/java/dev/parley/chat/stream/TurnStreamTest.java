package dev.parley.chat.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.TurnError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnStreamTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final List<Subscription> closed = new ArrayList<>();
    private final Subscription live = new Subscription(new BufferLimits(3, 1_000), 100, closed::add);

    @Test
    void what_was_missed_comes_before_what_is_live() throws InterruptedException {
        live.offer(event(100, 1));
        TurnStream stream = new TurnStream(List.of(event(98, 1), event(99, 1)), live, Splice.fromStart());

        assertThat(offsets(stream, 3)).containsExactly(98L, 99L, 100L);
        assertThat(stream.next(AT_ONCE)).isNull();
    }

    @Test
    void a_zombie_is_not_heard_once_its_successor_has_spoken() throws InterruptedException {
        TurnStream stream =
                new TurnStream(List.of(event(1, 1), event(2, 2), event(3, 1), event(4, 2)), live, Splice.fromStart());

        assertThat(offsets(stream, 3)).containsExactly(1L, 2L, 4L);
    }

    @Test
    void a_reader_that_goes_on_keeps_the_attempt_it_has_seen_as_its_floor() throws InterruptedException {
        TurnStream stream = new TurnStream(List.of(event(7, 1), event(8, 2)), live, Splice.behind(new LogId(0, 6, 2)));

        assertThat(offsets(stream, 1)).containsExactly(8L);
    }

    @Test
    void a_reader_that_lags_too_far_is_cut_off_and_never_waited_for() {
        TurnStream stream = new TurnStream(List.of(), live, Splice.fromStart());
        for (int offset = 0; offset < 4; offset++) {
            live.offer(event(offset, 1));
        }

        assertThatThrownBy(() -> stream.next(AT_ONCE)).isInstanceOf(StreamCut.class);
    }

    @Test
    void what_the_tail_brings_again_is_not_shown_again() throws InterruptedException {
        live.offer(event(99, 1));
        live.offer(event(100, 1));
        live.offer(event(101, 1));
        TurnStream stream =
                new TurnStream(List.of(event(98, 1), event(99, 1)), live, Splice.behind(new LogId(0, 97, 1)));

        assertThat(offsets(stream, 4)).containsExactly(98L, 99L, 100L, 101L);
    }

    @Test
    void a_reader_ahead_of_the_tail_is_shown_only_what_is_behind_its_place() throws InterruptedException {
        TurnStream stream = new TurnStream(List.of(), live, Splice.behind(new LogId(0, 101, 1)));
        live.offer(event(100, 1));
        live.offer(event(101, 1));
        live.offer(event(102, 1));

        assertThat(offsets(stream, 1)).containsExactly(102L);
    }

    @Test
    void a_stream_that_is_ended_shows_why_and_nothing_else() throws InterruptedException {
        live.offer(event(100, 1));
        TurnStream stream = new TurnStream(List.of(event(99, 1)), live, Splice.fromStart());

        stream.end(new TurnError(new TurnId(new UUID(0, 1)), "conversation_deleted", "It is gone.", false));

        StreamEvent last = Objects.requireNonNull(stream.next(AT_ONCE));
        assertThat(last.id()).isNull();
        assertThat(last.name()).isEqualTo("error");
        assertThat(last.last()).isTrue();
        assertThat(new String(last.data(), UTF_8)).contains("conversation_deleted");
    }

    @Test
    void a_reader_that_waits_is_told_at_once_that_its_stream_is_ended() {
        TurnStream stream = new TurnStream(List.of(), live, Splice.fromStart());
        var waiting = CompletableFuture.supplyAsync(() -> next(stream));

        stream.end(new TurnError(new TurnId(new UUID(0, 1)), "access_revoked", "Not yours any more.", false));

        assertThat(waiting.join()).isEqualTo("error");
    }

    @Test
    void to_close_a_stream_ends_its_subscription() {
        TurnStream stream = new TurnStream(List.of(), live, Splice.fromStart());

        stream.close();

        assertThat(closed).containsExactly(live);
    }

    private static String next(TurnStream stream) {
        try {
            return Objects.requireNonNull(stream.next(Duration.ofMinutes(1))).name();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Long> offsets(TurnStream stream, int count) throws InterruptedException {
        List<Long> offsets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StreamEvent event = stream.next(AT_ONCE);
            offsets.add(event == null ? -1 : Objects.requireNonNull(event.id()).position());
        }
        return offsets;
    }

    private static StreamEvent event(long offset, int attempt) {
        return new StreamEvent(
                new LogId(0, offset, attempt), StreamEvent.UNCOUNTED, "delta", "{}".getBytes(UTF_8), false);
    }
}
