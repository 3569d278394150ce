package dev.parley.contracts.asyncapi;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventTypes;
import java.time.Duration;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A channel for each topic. */
final class Channels {

    private Channels() {}

    static ObjectNode all() {
        ObjectNode channels = JsonNodeFactory.instance.objectNode();
        for (Topic topic : Topic.values()) {
            describe(topic, channels.putObject(topic.topicName()));
        }
        return channels;
    }

    private static void describe(Topic topic, ObjectNode channel) {
        channel.put("address", topic.topicName());
        channel.put("summary", summary(topic));
        channel.put("description", description(topic));
        ObjectNode messages = channel.putObject("messages");
        for (String wireType : new TreeSet<>(EventTypes.on(topic).keySet())) {
            messages.putObject(wireType).put("$ref", "#/components/messages/" + wireType);
        }
        bind(topic, channel.putObject("bindings").putObject("kafka"));
    }

    private static String summary(Topic topic) {
        return "%s, keyed by %s."
                .formatted(
                        switch (topic.content()) {
                            case FACTS -> "Facts";
                            case COMMANDS -> "Commands";
                        },
                        topic.key());
    }

    private static String description(Topic topic) {
        return "Kept %s. Written by %s; read by %s. Dead letters: %s, kept %d days; dlq_reason is unreadable, rejected, too_large or unknown_type."
                .formatted(
                        kept(topic),
                        String.join(", ", topic.writers()),
                        String.join(", ", topic.readers()),
                        topic.deadLetterName(),
                        Topic.DEAD_LETTERS_KEPT.toDays());
    }

    private static String kept(Topic topic) {
        Duration period = topic.retention().period();
        if (period == null) {
            return "as the last record of each key";
        }
        return period.toDays() + (period.toDays() == 1 ? " day" : " days");
    }

    private static void bind(Topic topic, ObjectNode kafka) {
        kafka.put("topic", topic.topicName());
        kafka.put("partitions", topic.partitions());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        Duration period = topic.retention().period();
        configuration.putArray("cleanup.policy").add(period == null ? "compact" : "delete");
        if (period != null) {
            configuration.put("retention.ms", period.toMillis());
        }
        configuration.put("max.message.bytes", Topic.MAX_RECORD_BYTES);
        kafka.put("bindingVersion", "0.5.0");
    }
}
