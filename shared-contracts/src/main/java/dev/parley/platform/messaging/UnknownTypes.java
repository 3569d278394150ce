package dev.parley.platform.messaging;

import dev.parley.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about records of types that a newer writer may know: a fact is skipped, a command waits. */
final class UnknownTypes {
    private static final Logger log = LoggerFactory.getLogger(UnknownTypes.class);

    private final @Nullable Parking parking;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    /** @param parking absent: without a database there is nowhere to wait but among the dead letters */
    UnknownTypes(@Nullable Parking parking, DeadLetters deadLetters, MeterRegistry meters) {
        this.parking = parking;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    void passOver(Topic topic, ConsumerRecord<String, byte[]> raw, String type) {
        switch (topic.content()) {
            case FACTS -> count("parley.messaging.skipped", topic, type);
            case COMMANDS -> keep(topic, raw, type);
        }
    }

    private void keep(Topic topic, ConsumerRecord<String, byte[]> raw, String type) {
        if (parking == null) {
            deadLetters.put(topic, raw, DeadLetters.Reason.UNKNOWN_TYPE, type);
            return;
        }
        try {
            if (parking.park(topic, raw, type)) {
                count("parley.messaging.parked", topic, type);
            }
        } catch (RuntimeException e) {
            if (Transience.isTransient(e)) {
                throw e;
            }
            log.warn("A command of the unknown type {} cannot be parked", type, e);
            deadLetters.put(topic, raw, DeadLetters.Reason.UNKNOWN_TYPE, type);
        }
    }

    private void count(String counter, Topic topic, String type) {
        meters.counter(counter, "topic", topic.topicName(), "type", type).increment();
    }
}
