package dev.parley.conversation.catchup;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.LogPartition;
import java.util.List;

/** What conversations are stored from. */
final class Followed {
    static final List<Topic> TOPICS = List.of(Topic.TURN_REQUESTS, Topic.TURN_OUTCOMES);

    /** All of it. */
    static final List<LogPartition> PARTITIONS =
            TOPICS.stream().flatMap(topic -> LogPartition.all(topic).stream()).toList();

    private Followed() {}

    /** Where what is said in a conversation stands: both topics are keyed by it. */
    static List<LogPartition> partitionsOf(String conversation) {
        return TOPICS.stream()
                .map(topic -> LogPartition.of(topic, conversation))
                .toList();
    }
}
