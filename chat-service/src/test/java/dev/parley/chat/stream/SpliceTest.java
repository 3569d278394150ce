package dev.parley.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpliceTest {
    @Test
    void what_was_read_and_what_came_live_may_overlap() {
        assertThat(admitted(Splice.fromStart(), id(3, 1), id(4, 1), id(5, 1), id(4, 1), id(5, 1), id(6, 1)))
                .containsExactly(id(3, 1), id(4, 1), id(5, 1), id(6, 1));
    }

    @Test
    void a_reader_sees_nothing_again_and_nobody_older() {
        assertThat(admitted(Splice.behind(id(4, 2)), id(3, 2), id(4, 2), id(5, 1), id(6, 2), id(7, 3), id(8, 2)))
                .containsExactly(id(6, 2), id(7, 3));
    }

    @Test
    void rendered_events_are_counted() {
        var seen = new RenderedId(0, 2);

        assertThat(admitted(Splice.behind(seen), seen, new RenderedId(1, 2))).containsExactly(new RenderedId(1, 2));
    }

    @Test
    void a_record_that_came_onto_the_log_again_is_passed_over() {
        Splice splice = Splice.behind(id(10, 1), 4);

        assertThat(splice.admits(event(id(11, 1), 4))).isFalse();
        assertThat(splice.admits(event(id(12, 1), 5))).isTrue();
        assertThat(splice.admits(event(id(13, 1), 3))).isFalse();
        assertThat(splice.admits(event(id(14, 2), 0))).isTrue();
        assertThat(splice.admits(event(id(15, 2), 0))).isFalse();
        assertThat(splice.admits(event(id(16, 1), 6))).isFalse();
        assertThat(splice.admits(event(id(17, 2), 1))).isTrue();
    }

    private static StreamEvent event(EventId id, int count) {
        return new StreamEvent(id, count, "delta", new byte[0], false);
    }

    private static List<EventId> admitted(Splice splice, EventId... ids) {
        return Stream.of(ids)
                .filter(id -> splice.admits(event(id, StreamEvent.UNCOUNTED)))
                .toList();
    }

    private static LogId id(long offset, int attempt) {
        return new LogId(0, offset, attempt);
    }
}
