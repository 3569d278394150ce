package dev.parley.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.backing.Kafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@BackingServices
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class CatchUpTest {
    private static final int PARTITION = 7;

    private final CatchUpReader reader;
    private final StreamLog log = new StreamLog(PARTITION);
    private final TurnId turn = new TurnId(UUID.randomUUID());
    private final TurnId other = new TurnId(UUID.randomUUID());

    CatchUpTest(@Autowired CatchUpReader reader) {
        this.reader = reader;
    }

    @Test
    void of_a_busy_partition_only_the_turns_own_events_are_kept() {
        LogId first = log.start(turn, 1);
        log.start(other, 1);
        LogId second = log.say(turn, 1, "mine");
        log.say(other, 1, "theirs");
        LogId end = log.end(turn, 1);
        LogId afterwards = log.say(turn, 1, "never shown");

        List<StreamEvent> events = reader.read(place(first), afterwards.offset() + 1);

        assertThat(events).extracting(StreamEvent::id).containsExactly(first, second, end);
    }

    @Test
    void what_a_zombie_says_to_end_the_turn_ends_it_for_nobody() {
        LogId first = log.start(turn, 1);
        LogId again = log.start(turn, 2);
        log.end(turn, 1);
        LogId end = log.end(turn, 2);

        assertThat(reader.read(place(first), end.offset() + 1))
                .extracting(StreamEvent::id)
                .containsExactly(first, again, end);
    }

    @Test
    void a_reader_goes_on_behind_what_it_has_seen_and_has_nothing_behind_the_last() {
        LogId first = log.start(turn, 1);
        LogId second = log.say(turn, 1, "a");
        LogId end = log.end(turn, 1);

        assertThat(reader.readBehind(place(first), first, end.offset() + 1).map(EventsBehind.Missed::events))
                .hasValueSatisfying(
                        events -> assertThat(events).extracting(StreamEvent::id).containsExactly(second, end));
        assertThat(reader.readBehind(place(first), end, end.offset() + 1)).isEmpty();
    }

    @Test
    void an_event_that_this_replicas_tail_has_not_come_to_yet_is_known_by_its_record() {
        LogId first = log.start(turn, 1);
        LogId second = log.say(turn, 1, "a");
        LogId end = log.end(turn, 1);
        long farBehind = first.offset();

        assertThat(reader.readBehind(place(first), second, farBehind).map(EventsBehind.Missed::events))
                .hasValueSatisfying(events -> assertThat(events).isEmpty());
        assertThat(reader.readBehind(place(first), end, farBehind)).isEmpty();
    }

    @Test
    void the_record_must_be_the_turns_and_of_the_attempt() {
        LogId first = log.start(turn, 2);
        LogId theirs = log.start(other, 2);
        long until = theirs.offset() + 1;

        assertBad(() -> reader.readBehind(place(first), theirs, until));
        assertBad(() -> reader.readBehind(place(first), new LogId(PARTITION, first.offset(), 1), until));
    }

    @Test
    void what_is_not_written_yet_is_refused_at_once() {
        LogId first = log.start(turn, 1);
        long end = reader.endOf(PARTITION);
        long asked = System.nanoTime();

        assertBad(() -> reader.readBehind(place(first), new LogId(PARTITION, end, 1), end));
        assertBad(() -> reader.readBehind(place(first), new LogId(PARTITION, end + 999_999, 1), end));

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void what_is_not_kept_any_more_is_told() throws ExecutionException, InterruptedException {
        // A pooled reader may have fetched what comes at the place where it was left; so this is not what is read.
        log.start(other, 1);
        LogId first = log.start(turn, 1);
        LogId end = log.end(turn, 1);
        try (Admin admin = Kafka.admin()) {
            var partition = new TopicPartition("chat.turn-stream", PARTITION);
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(end.offset())))
                    .all()
                    .get();
        }

        assertThatThrownBy(() -> reader.read(place(first), end.offset() + 1)).isInstanceOf(LogGone.class);
    }

    private StreamPlace place(LogId first) {
        return new StreamPlace(turn, PARTITION, first.offset());
    }

    private static void assertBad(ThrowingCallable reading) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(reading)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BAD_EVENT_ID));
    }
}
