package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event about to be sent.
 *
 * @param partition where it has to go; absent: by its key
 * @param id equal for the same event sent again, so that readers can tell
 * @param extensions further CloudEvents headers, by their full names
 */
public record Outgoing(
        Topic topic, @Nullable Integer partition, String key, UUID id, Event event, Map<String, String> extensions) {
    public static Outgoing of(Topic topic, String key, UUID id, Event event) {
        return new Outgoing(topic, null, key, id, event, Map.of());
    }
}
