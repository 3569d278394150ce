package dev.parley.chat.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnStreamTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final List<Subscription> closed = new ArrayList<>();
    private final Subscription live = new Subscription(3, 100, closed::add);

    @Test
    void what_was_missed_comes_before_what_is_live() throws InterruptedException {
        live.offer(event(100, 1));
        TurnStream stream = new TurnStream(List.of(event(98, 1), event(99, 1)), live, 0);

        assertThat(offsets(stream, 3)).containsExactly(98L, 99L, 100L);
        assertThat(stream.next(AT_ONCE)).isNull();
    }

    @Test
    void a_zombie_is_not_heard_once_its_successor_has_spoken() throws InterruptedException {
        TurnStream stream = new TurnStream(List.of(event(1, 1), event(2, 2), event(3, 1), event(4, 2)), live, 0);

        assertThat(offsets(stream, 3)).containsExactly(1L, 2L, 4L);
    }

    @Test
    void a_reader_that_goes_on_keeps_the_attempt_it_has_seen_as_its_floor() throws InterruptedException {
        TurnStream stream = new TurnStream(List.of(event(7, 1), event(8, 2)), live, 2);

        assertThat(offsets(stream, 1)).containsExactly(8L);
    }

    @Test
    void a_reader_that_lags_too_far_is_cut_off_and_never_waited_for() {
        TurnStream stream = new TurnStream(List.of(), live, 0);
        for (int offset = 0; offset < 4; offset++) {
            live.offer(event(offset, 1));
        }

        assertThatThrownBy(() -> stream.next(AT_ONCE)).isInstanceOf(StreamCut.class);
    }

    @Test
    void to_close_a_stream_ends_its_subscription() {
        TurnStream stream = new TurnStream(List.of(), live, 0);

        stream.close();

        assertThat(closed).containsExactly(live);
    }

    private static List<Long> offsets(TurnStream stream, int count) throws InterruptedException {
        List<Long> offsets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StreamEvent event = stream.next(AT_ONCE);
            offsets.add(event == null ? -1 : event.id().offset());
        }
        return offsets;
    }

    private static StreamEvent event(long offset, int attempt) {
        return new StreamEvent(new EventId(0, offset, attempt), "delta", "{}".getBytes(UTF_8), false);
    }
}
