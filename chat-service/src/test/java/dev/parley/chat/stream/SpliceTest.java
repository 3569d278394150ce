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

    @Test
    void behind_a_record_that_never_came_the_next_attempt_is_waited_for() {
        Splice splice = Splice.fromStart();

        assertThat(splice.admits(start(id(1, 1), 0))).isTrue();
        assertThat(splice.admits(event(id(2, 1), 1))).isTrue();
        assertThat(splice.admits(event(id(3, 1), 3))).isFalse();
        assertThat(splice.admits(event(id(4, 1), 4))).isFalse();
        assertThat(splice.admits(event(id(5, 2), 1))).isFalse();
        assertThat(splice.admits(start(id(6, 3), 0))).isTrue();
        assertThat(splice.admits(event(id(7, 3), 1))).isTrue();
    }

    @Test
    void a_reader_that_goes_on_waits_as_well() {
        Splice splice = Splice.behind(id(10, 1), 4);

        assertThat(splice.admits(event(id(11, 1), 6))).isFalse();
        assertThat(splice.admits(event(id(12, 1), 5))).isTrue();
    }

    @Test
    void another_call_of_the_attempt_counts_from_farther_up() {
        Splice cancelled = Splice.behind(id(10, 1), 4);
        assertThat(cancelled.admits(end(id(11, 1), 1_000_000))).isTrue();

        Splice toldAgain = Splice.behind(id(10, 1), 4);
        assertThat(toldAgain.admits(start(id(11, 1), 1_000_000))).isTrue();
        assertThat(toldAgain.admits(event(id(12, 1), 1_000_001))).isTrue();
        assertThat(toldAgain.admits(end(id(13, 1), 1_000_002))).isTrue();

        Splice givenUp = Splice.behind(id(10, 1), 4);
        assertThat(givenUp.admits(end(id(11, 2), 2_000_000))).isTrue();
    }

    private static StreamEvent start(EventId id, int count) {
        return new StreamEvent(id, count, "message_start", new byte[0], false);
    }

    private static StreamEvent event(EventId id, int count) {
        return new StreamEvent(id, count, "delta", new byte[0], false);
    }

    private static StreamEvent end(EventId id, int count) {
        return new StreamEvent(id, count, "message_end", new byte[0], true);
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
