package dev.parley.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<Subscription> closed = new ArrayList<>();
    private final Subscription reader = new Subscription(new BufferLimits(10, 1_000), 0, closed::add);

    @Test
    void a_reader_may_lag_by_so_many_bytes() throws InterruptedException {
        reader.offer(event(0, 500));
        reader.offer(event(1, 500));
        assertThat(taken()).isZero();
        reader.offer(event(2, 500));
        assertThat(taken()).isEqualTo(1);

        reader.offer(event(3, 500));

        assertThat(taken()).isEqualTo(2);
        assertThat(taken()).isEqualTo(3);
    }

    @Test
    void one_that_lags_by_more_is_cut_off_and_holds_nothing() {
        reader.offer(event(0, 600));
        reader.offer(event(1, 600));
        reader.offer(event(2, 1));

        assertThatThrownBy(reader::poll).isInstanceOf(StreamCut.class);
        assertThatThrownBy(() -> reader.poll(LONG)).isInstanceOf(StreamCut.class);
    }

    @Test
    void one_event_fits_however_large_it_is() throws InterruptedException {
        reader.offer(event(0, 5_000));

        assertThat(taken()).isZero();
    }

    @Test
    void who_waits_is_woken_by_an_event_by_a_cut_and_by_hand() {
        CompletableFuture<@Nullable StreamEvent> first = waiting();
        reader.offer(event(7, 1));
        assertThat(first.join()).isNotNull();

        CompletableFuture<@Nullable StreamEvent> second = waiting();
        reader.wake();
        assertThat(second.join()).isNull();

        CompletableFuture<@Nullable StreamEvent> third = waiting();
        reader.cut();
        assertThatThrownBy(third::join).hasCauseInstanceOf(StreamCut.class);
    }

    private CompletableFuture<@Nullable StreamEvent> waiting() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return reader.poll(LONG);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private long taken() throws InterruptedException {
        StreamEvent event = reader.poll(Duration.ZERO);
        return event == null || event.id() == null ? -1 : event.id().position();
    }

    private static StreamEvent event(long offset, int bytes) {
        return new StreamEvent(new LogId(0, offset, 1), StreamEvent.UNCOUNTED, "delta", new byte[bytes], false);
    }
}
