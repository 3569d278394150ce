package dev.parley.platform.messaging;

import dev.parley.contracts.topic.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Places on the log: for some partitions the offset of the record that comes next there. */
public record Positions(Map<LogPartition, Long> next) {
    public static final Positions NONE = new Positions(Map.of());

    public Positions {
        next = Map.copyOf(next);
    }

    /** Behind all of these records. */
    static Positions behind(Topic topic, Collection<ConsumerRecord<String, byte[]>> records) {
        Map<LogPartition, Long> next = new HashMap<>();
        records.forEach(raw -> next.merge(new LogPartition(topic, raw.partition()), raw.offset() + 1, Math::max));
        return new Positions(next);
    }

    /** For each partition that either knows, the place that is further. */
    public Positions furthest(Positions other) {
        Map<LogPartition, Long> all = new HashMap<>(next);
        other.next().forEach((partition, place) -> all.merge(partition, place, Math::max));
        return new Positions(all);
    }

    /** Whether everything before the other places is before these too. */
    public boolean covers(Positions other) {
        for (Map.Entry<LogPartition, Long> wanted : other.next().entrySet()) {
            if (next.getOrDefault(wanted.getKey(), 0L) < wanted.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** Of these partitions only; of one that is not known here, nothing. */
    public Positions of(Collection<LogPartition> partitions) {
        Map<LogPartition, Long> some = new HashMap<>();
        for (LogPartition partition : partitions) {
            Long place = next.get(partition);
            if (place != null) {
                some.put(partition, place);
            }
        }
        return new Positions(some);
    }
}
