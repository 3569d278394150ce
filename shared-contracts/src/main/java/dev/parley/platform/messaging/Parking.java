package dev.parley.platform.messaging;

import dev.parley.contracts.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where commands of types that this version does not know wait for one that does. */
interface Parking {
    /** Keeps a record as it is. @return false for one that was kept already */
    boolean park(Topic topic, ConsumerRecord<String, byte[]> raw, String type);
}
