package dev.parley.chat.stream;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.stereotype.Component;

/** Reads what has been on the log for a while; of a partition's records it keeps those that are asked for. Thread-safe. */
@Component
final class CatchUpReader {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_UP = Duration.ofSeconds(3);

    private final CatchUpLanes lanes;

    CatchUpReader(CatchUpLanes lanes) {
        this.lanes = lanes;
    }

    /** The turn's events from its start up to an offset, or to its last one. @throws LogGone when its start is not kept */
    List<StreamEvent> read(StreamPlace place, long until) {
        var missed = new MissedEvents(place.turn(), Splice.fromStart());
        var range = new LogRange(partition(place), place.firstOffset(), until);
        return lanes.lend(consumer -> {
            range.show(consumer, missed, PATIENCE);
            return missed.events();
        });
    }

    /**
     * The turn's events behind one that a reader has seen, up to an offset or to its last one; empty when that was the last.
     * What the record of that event says is the only thing that counts: the offset may be behind it.
     *
     * @throws ProblemException 400 when the event is not the turn's
     * @throws LogGone when it is not kept, or the log ends before the turn begins
     */
    Optional<EventsBehind.Missed> readBehind(StreamPlace place, LogId seen, long until) {
        var behind = new EventsBehind(place.turn(), seen);
        var range = new LogRange(partition(place), seen.offset(), Math.max(until, seen.offset() + 1));
        return lanes.lend(consumer -> {
            if (seen.offset() >= until) {
                requireWritten(place, seen, endOf(consumer, range.partition()));
            }
            range.show(consumer, behind, PATIENCE);
            return behind.events();
        });
    }

    private static void requireWritten(StreamPlace place, LogId seen, long end) {
        if (place.firstOffset() > end) {
            throw new LogGone(place);
        }
        if (seen.offset() >= end) {
            throw EventId.bad();
        }
    }

    /** One record; empty when there is none at this place. @throws LogGone when it is not kept any more */
    Optional<ConsumerRecord<String, byte[]>> read(Topic topic, int partition, long offset) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>(1);
        var range = new LogRange(new TopicPartition(topic.topicName(), partition), offset, offset + 1);
        return lanes.lend(consumer -> {
            range.show(consumer, found::add, PATIENCE);
            return found.stream().findFirst();
        });
    }

    /** Where the next record of the stream's partition will be. @throws TimeoutException when the log does not say in time */
    long endOf(int partition) {
        var end = new TopicPartition(Topic.TURN_STREAM.topicName(), partition);
        return lanes.lend(consumer -> endOf(consumer, end));
    }

    private static long endOf(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition), LOOK_UP);
        Long end = ends.get(partition);
        if (end == null) {
            throw new TimeoutException("The end of " + partition + " is not known");
        }
        return end;
    }

    private static TopicPartition partition(StreamPlace place) {
        return new TopicPartition(Topic.TURN_STREAM.topicName(), place.partition());
    }
}
