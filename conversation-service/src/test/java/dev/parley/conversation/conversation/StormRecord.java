package dev.parley.conversation.conversation;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.topic.TopicWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A record to be delivered.
 *
 * @param isPoison whether no reader can use it
 */
record StormRecord(Topic topic, String key, byte @Nullable [] body, Map<String, String> headers, boolean isPoison) {
    static StormRecord of(Topic topic, String key, Event event) {
        return new StormRecord(topic, key, WireJson.write(event), headers(Event.typeOf(event.getClass())), false);
    }

    static Map<String, String> headers(String type) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEventHeaders.ID, UUID.randomUUID().toString());
        headers.put(CloudEventHeaders.TYPE, type);
        headers.put(CloudEventHeaders.TIME, Turns.NOON.toString());
        return headers;
    }

    RecordMetadata write() {
        return TopicWriter.to(topic.topicName()).write(key, body, headers);
    }
}
