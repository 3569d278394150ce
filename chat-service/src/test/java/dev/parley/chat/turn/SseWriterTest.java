package dev.parley.chat.turn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.stream.LiveStream;
import dev.parley.chat.stream.StreamEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;

class SseWriterTest {
    private static final String FIRST = "id: 0-0-1\nevent: message_start\ndata: {}\n\n";
    private static final String SECOND = "id: 0-1-1\nevent: delta\ndata: {}\n\n";
    private static final String THIRD = "id: 0-2-1\nevent: delta\ndata: {}\n\n";
    private static final String LAST = "id: 0-1-1\nevent: message_end\ndata: {}\n\n";

    private final LiveStream live = new LiveStream();
    private final SlowConnection connection = new SlowConnection();
    private final AtomicInteger completed = new AtomicInteger();
    private final CountDownLatch noted = new CountDownLatch(1);
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicBoolean waits = new AtomicBoolean();
    private final Rendering protocol = new Rendering() {
        @Override
        public void show(StreamEvent event, SseText out) {
            out.data(event.name().getBytes(UTF_8));
        }

        @Override
        public void cut(SseText out) {
            out.data("cut".getBytes(UTF_8));
        }

        @Override
        public void readerGone() {
            gone.incrementAndGet();
        }
    };
    private final Rendering resting = new Rendering() {
        @Override
        public void show(StreamEvent event, SseText out) {
            protocol.show(event, out);
        }

        @Override
        public boolean endsWhereItWaits() {
            return true;
        }
    };
    private final SseWriter writer = writer(live);

    @BeforeEach
    void begin() throws IOException {
        writer.begin();
        connection.takeMore();
    }

    @Test
    void what_one_poll_has_brought_is_one_write_and_one_flush() {
        live.bring("message_start", "delta");
        live.bring("delta");

        assertThat(connection.flushed()).containsExactly(FIRST + SECOND, THIRD);
    }

    @Test
    void what_a_connection_does_not_take_waits_and_joins_what_comes_after() throws IOException {
        connection.takeNothing();
        live.bring("message_start");
        live.bring("delta");
        assertThat(connection.flushed()).isEmpty();

        connection.takeMore();

        assertThat(connection.flushed()).containsExactly(FIRST + SECOND);
    }

    @Test
    void the_last_event_is_shown_when_it_is_noted_and_what_came_before_it_at_once() {
        live.bring("message_start", "message_end");
        assertThat(connection.flushed()).containsExactly(FIRST);
        assertThat(completed).hasValue(0);

        noted.countDown();

        await().until(() -> completed.get() == 1);
        assertThat(connection.flushed()).containsExactly(FIRST, LAST);
        assertThat(live.closed()).isEqualTo(1);
    }

    @Test
    void where_a_turn_waits_ends_a_protocol_that_says_so_unless_the_wait_is_over() throws IOException {
        noted.countDown();
        LiveStream late = new LiveStream("waiting", "delta");
        connection.takeNothing();
        writer(late, resting).begin();
        connection.takeMore();
        await().until(() -> connection.flushed().contains("data: delta\n\n"));
        assertThat(completed).hasValue(0);

        waits.set(true);
        late.bring("waiting", "delta");

        await().until(() -> completed.get() == 1);
        assertThat(connection.flushed()).containsExactly("data: delta\n\n", "data: waiting\n\n");
    }

    @Test
    void a_silent_stream_is_kept_alive_and_one_that_speaks_is_not() {
        writer.keepAlive(Duration.ofHours(1));
        assertThat(connection.flushed()).isEmpty();

        writer.keepAlive(Duration.ZERO);

        assertThat(connection.flushed()).containsExactly(": keep-alive\n\n");
    }

    @Test
    void a_reader_that_takes_nothing_for_too_long_is_cut_off_and_its_request_ends() throws IOException {
        connection.takeNothing();
        live.bring("message_start", "delta", "delta", "delta");

        connection.takeMore();

        assertThat(completed).hasValue(1);
        assertThat(live.closed()).isEqualTo(1);
        assertThat(connection.flushed()).isEmpty();
    }

    @Test
    void a_stream_that_is_cut_ends_its_request_once_and_is_written_no_more() {
        live.cut();
        live.cut();
        live.bring("message_start");

        assertThat(completed).hasValue(1);
        assertThat(live.closed()).isEqualTo(1);
        assertThat(connection.flushed()).isEmpty();
    }

    @Test
    void what_was_missed_is_shown_before_a_stream_that_is_cut_ends() throws IOException {
        LiveStream late = new LiveStream("message_start", "delta");
        connection.takeNothing();
        writer(late).begin();
        late.cut();
        assertThat(connection.flushed()).isEmpty();

        connection.takeMore();

        assertThat(connection.flushed()).containsExactly(FIRST + SECOND);
        assertThat(completed).hasValue(1);
    }

    @Test
    void a_protocol_that_cannot_be_resumed_is_told_that_the_stream_was_cut() throws IOException {
        LiveStream cut = new LiveStream("message_start");
        connection.takeNothing();
        writer(cut, protocol).begin();
        cut.cut();
        connection.takeMore();

        assertThat(connection.flushed()).containsExactly("data: message_start\n\n", "data: cut\n\n");
        assertThat(completed).hasValue(1);
        assertThat(gone).hasValue(0);
    }

    @Test
    void a_protocol_is_told_of_a_client_that_leaves_before_the_end() throws IOException {
        LiveStream left = new LiveStream();
        writer(left, protocol).begin();
        connection.takeMore();
        connection.fail(new IOException("Broken pipe"));
        left.bring("message_start");

        assertThat(gone).hasValue(1);
        assertThat(left.closed()).isEqualTo(1);
    }

    @Test
    void a_request_that_the_container_has_ended_harms_nobody() {
        SseWriter over = new SseWriter(
                live.stream(),
                Rendering.AS_IT_IS,
                new MockAsyncContext(new MockHttpServletRequest(), null) {
                    @Override
                    public void complete() {
                        throw new IllegalStateException("recycled");
                    }
                },
                connection,
                this::isLast,
                _ -> live.stream().close());
        over.begin();

        live.cut();

        assertThat(live.closed()).isEqualTo(1);
    }

    @Test
    void a_client_that_has_gone_is_left_to_the_container() throws IOException {
        connection.fail(new IOException("Broken pipe"));
        live.bring("message_start");
        live.bring("delta");

        assertThat(live.closed()).isEqualTo(1);
        assertThat(completed).hasValue(0);
    }

    private SseWriter writer(LiveStream shown) {
        return writer(shown, Rendering.AS_IT_IS);
    }

    private SseWriter writer(LiveStream shown, Rendering rendering) {
        var request = new MockAsyncContext(new MockHttpServletRequest(), null) {
            @Override
            public void complete() {
                completed.incrementAndGet();
            }
        };
        return new SseWriter(
                shown.stream(),
                rendering,
                request,
                connection,
                this::isLast,
                _ -> shown.stream().close());
    }

    private boolean isLast(StreamEvent event) {
        awaitNote();
        return event.last() || waits.get();
    }

    private void awaitNote() {
        try {
            noted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
